name: Collatz
init: copy
accept: done

// The Collatz sequence of a decimal number, down to 1: from 7 to 7.22.11.34.17.52.26.13.40.20.10.5.16.8.4.2.1
// Tape 1 is the input and grows to the answer, tape 2 holds the latest number.

// the input to tape 2, then its last digit
copy,0,_
copy,0,0,>,>

copy,1,_
copy,1,1,>,>

copy,2,_
copy,2,2,>,>

copy,3,_
copy,3,3,>,>

copy,4,_
copy,4,4,>,>

copy,5,_
copy,5,5,>,>

copy,6,_
copy,6,6,>,>

copy,7,_
copy,7,7,>,>

copy,8,_
copy,8,8,>,>

copy,9,_
copy,9,9,>,>

copy,_,_
test,_,_,-,<

// 1 alone ends; odd numbers are multiplied from the right, even ones halved from the left
test,_,1
one,_,1,-,<

one,_,_
done,_,_,-,-

one,_,0
odd,_,0,-,>

one,_,1
odd,_,1,-,>

one,_,2
odd,_,2,-,>

one,_,3
odd,_,3,-,>

one,_,4
odd,_,4,-,>

one,_,5
odd,_,5,-,>

one,_,6
odd,_,6,-,>

one,_,7
odd,_,7,-,>

one,_,8
odd,_,8,-,>

one,_,9
odd,_,9,-,>

odd,_,1
times1,_,1,-,-

test,_,3
times1,_,3,-,-

test,_,5
times1,_,5,-,-

test,_,7
times1,_,7,-,-

test,_,9
times1,_,9,-,-

test,_,0
left,_,0,-,<

test,_,2
left,_,2,-,<

test,_,4
left,_,4,-,<

test,_,6
left,_,6,-,<

test,_,8
left,_,8,-,<

// 3 n + 1: timesC has carry C
times0,_,0
times0,_,0,-,<

times0,_,1
times0,_,3,-,<

times0,_,2
times0,_,6,-,<

times0,_,3
times0,_,9,-,<

times0,_,4
times1,_,2,-,<

times0,_,5
times1,_,5,-,<

times0,_,6
times1,_,8,-,<

times0,_,7
times2,_,1,-,<

times0,_,8
times2,_,4,-,<

times0,_,9
times2,_,7,-,<

times0,_,_
write,_,_,-,>

times1,_,0
times0,_,1,-,<

times1,_,1
times0,_,4,-,<

times1,_,2
times0,_,7,-,<

times1,_,3
times1,_,0,-,<

times1,_,4
times1,_,3,-,<

times1,_,5
times1,_,6,-,<

times1,_,6
times1,_,9,-,<

times1,_,7
times2,_,2,-,<

times1,_,8
times2,_,5,-,<

times1,_,9
times2,_,8,-,<

times1,_,_
write,_,1,-,-

times2,_,0
times0,_,2,-,<

times2,_,1
times0,_,5,-,<

times2,_,2
times0,_,8,-,<

times2,_,3
times1,_,1,-,<

times2,_,4
times1,_,4,-,<

times2,_,5
times1,_,7,-,<

times2,_,6
times2,_,0,-,<

times2,_,7
times2,_,3,-,<

times2,_,8
times2,_,6,-,<

times2,_,9
times2,_,9,-,<

times2,_,_
write,_,2,-,-

write,_,1
append,.,1,>,-

write,_,2
append,.,2,>,-

write,_,3
append,.,3,>,-

write,_,4
append,.,4,>,-

write,_,5
append,.,5,>,-

write,_,6
append,.,6,>,-

write,_,7
append,.,7,>,-

write,_,8
append,.,8,>,-

write,_,9
append,.,9,>,-

// the number to the end of tape 1
append,_,0
append,0,0,>,>

append,_,1
append,1,1,>,>

append,_,2
append,2,2,>,>

append,_,3
append,3,3,>,>

append,_,4
append,4,4,>,>

append,_,5
append,5,5,>,>

append,_,6
append,6,6,>,>

append,_,7
append,7,7,>,>

append,_,8
append,8,8,>,>

append,_,9
append,9,9,>,>

append,_,_
test,_,_,-,<

// n / 2 on both tapes: halfR has remainder R
left,_,0
left,_,0,-,<

left,_,1
left,_,1,-,<

left,_,2
left,_,2,-,<

left,_,3
left,_,3,-,<

left,_,4
left,_,4,-,<

left,_,5
left,_,5,-,<

left,_,6
left,_,6,-,<

left,_,7
left,_,7,-,<

left,_,8
left,_,8,-,<

left,_,9
left,_,9,-,<

left,_,_
first,.,_,>,>

first,_,1
half1,_,_,-,>

first,_,2
half0,1,1,>,>

first,_,3
half1,1,1,>,>

first,_,4
half0,2,2,>,>

first,_,5
half1,2,2,>,>

first,_,6
half0,3,3,>,>

first,_,7
half1,3,3,>,>

first,_,8
half0,4,4,>,>

first,_,9
half1,4,4,>,>

half0,_,0
half0,0,0,>,>

half0,_,1
half1,0,0,>,>

half0,_,2
half0,1,1,>,>

half0,_,3
half1,1,1,>,>

half0,_,4
half0,2,2,>,>

half0,_,5
half1,2,2,>,>

half0,_,6
half0,3,3,>,>

half0,_,7
half1,3,3,>,>

half0,_,8
half0,4,4,>,>

half0,_,9
half1,4,4,>,>

half1,_,0
half0,5,5,>,>

half1,_,1
half1,5,5,>,>

half1,_,2
half0,6,6,>,>

half1,_,3
half1,6,6,>,>

half1,_,4
half0,7,7,>,>

half1,_,5
half1,7,7,>,>

half1,_,6
half0,8,8,>,>

half1,_,7
half1,8,8,>,>

half1,_,8
half0,9,9,>,>

half1,_,9
half1,9,9,>,>

half0,_,_
test,_,_,-,<

