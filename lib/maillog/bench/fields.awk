# The yardstick of `parse`: the same fields of every refusal, tab separated, with the tools a mail
# administrator has. Takes ordinary lines only; it does not see through a forged one.

function bracketed(key,    rest, stop) {
  if (!match($0, key "=<")) return ""
  rest = substr($0, RSTART + RLENGTH)
  stop = index(rest, ">")
  return substr(rest, 1, stop - 1)
}

/: (reject|reject_warning|hold|discard|redirect|milter-reject): / {
  daemon = $5; pid = $5
  sub(/\[.*/, "", daemon)
  gsub(/^[^[]*\[|\]:$/, "", pid)
  queue = $6; action = $7; stage = $8
  sub(/:$/, "", queue)
  sub(/:$/, "", action)

  name = ""; address = ""; port = ""; reply = ""
  if (match($0, / from [^ []*\[[^]]*\](:[0-9]+)?[:;] /)) {
    client = substr($0, RSTART + 6, RLENGTH - 8)
    reply = substr($0, RSTART + RLENGTH)
    name = client
    sub(/\[.*/, "", name)
    address = client
    gsub(/^[^[]*\[|\].*$/, "", address)
    if (match(client, /\]:[0-9]+$/)) port = substr(client, RSTART + 2)
  }
  code = ""; dsn = ""
  if (match(reply, /^[45][0-9][0-9] /)) { code = substr(reply, 1, 3); reply = substr(reply, 5) }
  if (match(reply, /^[245]\.[0-9]+\.[0-9]+ /)) { dsn = substr(reply, 1, RLENGTH - 1); reply = substr(reply, RLENGTH + 1) }
  text = reply
  sub(/; (from=<|proto=).*/, "", text)
  list = ""
  if (match(text, /blocked using [^ ;]+/)) list = substr(text, RSTART + 14, RLENGTH - 14)
  proto = ""
  if (match($0, / proto=[A-Z]+/)) proto = substr($0, RSTART + 7, RLENGTH - 7)

  print NR "\t" $1 " " $2 " " $3 "\t" $4 "\t" daemon "\t" pid "\t" queue "\t" action "\t" stage "\t" name "\t" address "\t" port "\t" code "\t" dsn "\t" text "\t" list "\t" bracketed(" from") "\t" bracketed(" to") "\t" proto "\t" bracketed(" helo")
}
