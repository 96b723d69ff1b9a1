"""How a label and its value stand in a form, as regular expressions."""

# Between a label and its value, and where a value ends when further labels follow on the line.
IS = r"\s*(?:[:|\u2013\u2014]|\s-(?=\s))\s*(?!//)(?:protocol(?: (?:no\.?|number))?\s*[:#]\s*)?"
END = (
    r"(?=\s*\||\s*\(?NCT (?:number|no)|\s+(?:short title|protocol|irb|hsr|study|sponsor(?:ed)?|"
    r"principal|lead|co-|p\.?i\.?|investigators?|nct|version|fund(?:er|ing|ed)|supported|"
    r"researchers?|department|site|phone|telephone|address)\b[^:|.]{0,30}:\s"
    r"|\s+protocol(?: no\.?| number)? #?\d[\w-]*\W*$|$)"
)
NAME = rf"[\"\u201c]?(?P<value>(?=[^_\[]*[a-z]{{3}})[^|_\[]{{4,}}?)[\"\u201d]?{END}"
