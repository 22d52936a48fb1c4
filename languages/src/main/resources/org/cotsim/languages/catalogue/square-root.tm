# With r marks on tape 1, another 2r + 1 input symbols make r + 1 marks: left, right, append.
tapes: 2
input: 1
read-only: input
output: 1
start: right
accept: done
right 1,1 -> right R,R
right 1,_ -> left 1,1 R,S
left 1,1 -> left R,L
left 1,_ -> right S,R
right _,* -> done S,S
left _,* -> done S,S
