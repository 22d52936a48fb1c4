# Tape 1 holds the value of each gate in its cell; x^i. looks at the gate i places back.
tapes: 2
input: T F ! & | x .
read-only: input
start: gate
accept: yes
let v = T F
let w = T F
gate {v},_ -> gate {v},{v} R,R
gate !,_ -> not R,S
gate &,_ -> and R,S
gate |,_ -> or R,S
gate _,_ -> last S,L
last _,T -> yes S,S
not x,* -> not R,L
not .,T -> put-F R,R
not .,F -> put-T R,R
# the first operand, then back to the free cell
let op = and or
{op} x,* -> {op} R,L
{op} .,{v} -> {op}-{v}-back R,R
{op}-{v}-back *,{w} -> {op}-{v}-back S,R
{op}-{v}-back *,_ -> {op}-{v} S,S
# the second operand
{op}-{v} x,* -> {op}-{v} R,L
and-T .,{w} -> put-{w} R,R
and-F .,{w} -> put-F R,R
or-T .,{w} -> put-T R,R
or-F .,{w} -> put-{w} R,R
put-{v} *,{w} -> put-{v} S,R
put-{v} *,_ -> gate *,{v} S,R
