# Tape 1: the first number. Tape 2: for each digit of the second, double and perhaps add tape 1.
tapes: 4
input: 0 1 x
read-only: input
output: 3
start: copy
accept: done
let d = 0 1
# a missing digit of the accumulator counts as zero
let z = 0 _
copy {d},_,_,_ -> copy {d},{d},_,_ R,R,S,S
copy x,_,_,_ -> digit R,S,S,S
# the heads of tapes 1 and 2 stand right of their numbers
digit 0,_,_,_ -> digit 0,_,0,_ R,S,R,S
digit 1,_,_,_ -> add0 1,_,0,_ S,L,S,S
digit _,_,_,_ -> left S,S,L,S
add0 1,0,{z},_ -> add0 1,0,0,_ S,L,L,S
add0 1,0,1,_ -> add0 S,L,L,S
add0 1,1,{z},_ -> add0 1,1,1,_ S,L,L,S
add0 1,1,1,_ -> add1 1,1,0,_ S,L,L,S
add0 1,_,*,_ -> right S,R,R,S
add1 1,0,{z},_ -> add0 1,0,1,_ S,L,L,S
add1 1,0,1,_ -> add1 1,0,0,_ S,L,L,S
add1 1,1,{z},_ -> add1 1,1,0,_ S,L,L,S
add1 1,1,1,_ -> add1 S,L,L,S
add1 1,_,{z},_ -> add0 1,_,1,_ S,L,L,S
add1 1,_,1,_ -> add1 1,_,0,_ S,L,L,S
right 1,*,{d},_ -> right S,R,R,S
right 1,_,_,_ -> digit R,S,S,S
left _,_,{d},_ -> left S,S,L,S
left _,_,_,_ -> skip S,S,R,S
skip _,_,0,_ -> skip S,S,R,S
skip _,_,1,_ -> emit S,S,S,S
skip _,_,_,_ -> done _,_,_,0 S,S,S,S
emit _,_,{d},_ -> emit _,_,{d},{d} S,S,R,R
emit _,_,_,_ -> done S,S,S,S
