# Copy the first number to tape 1, add the second to it from the right, copy the sum to tape 2.
tapes: 3
input: 0 1 +
read-only: input
output: 2
start: copy
accept: done
let d = 0 1
# a missing digit of the first number counts as zero
let z = 0 _
copy {d},_,_ -> copy {d},{d},_ R,R,S
copy +,_,_ -> right R,S,S
right {d},_,_ -> right R,S,S
right _,_,_ -> add0 L,L,S
add0 0,{z},_ -> add0 0,0,_ L,L,S
add0 0,1,_ -> add0 L,L,S
add0 1,{z},_ -> add0 1,1,_ L,L,S
add0 1,1,_ -> add1 1,0,_ L,L,S
add1 0,{z},_ -> add0 0,1,_ L,L,S
add1 0,1,_ -> add1 0,0,_ L,L,S
add1 1,{z},_ -> add1 1,0,_ L,L,S
add1 1,1,_ -> add1 L,L,S
# the second number is exhausted
add0 +,{d},_ -> add0 S,L,S
add0 +,_,_ -> skip S,R,S
add1 +,{z},_ -> add0 +,1,_ S,L,S
add1 +,1,_ -> add1 +,0,_ S,L,S
skip +,0,_ -> skip S,R,S
skip +,1,_ -> emit S,S,S
skip +,_,_ -> done +,_,0 S,S,S
emit +,{d},_ -> emit +,{d},{d} S,R,R
emit +,_,_ -> done S,S,S
