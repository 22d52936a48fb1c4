# The word is SOURCE>TARGET; and then the edges FROM>TO; with vertex i written x^i.
# Scan the edges, mark the end of one that leaves a marked vertex, scan again.
# Tape 1 has $ in cell 0 and T in cell i when vertex i is reached.
tapes: 2
input: x > ;
read-only: input
start: start
accept: yes
let w = T _
let i = x > ;
start x,_ -> source x,$ R,R
source x,_ -> source R,R
source >,_ -> target >,T R,S
target x,* -> target-more R,S
target-more x,* -> target-more R,S
target-more ;,* -> reset R,S
reset *,{w} -> reset S,L
reset *,$ -> edge S,S
edge x,$ -> from R,R
edge _,$ -> end L,S
from x,* -> from R,R
from >,T -> home R,L
from >,_ -> target R,S
home x,{w} -> home S,L
home x,$ -> to R,R
to x,* -> to R,R
to ;,T -> reset R,L
to ;,_ -> restart ;,T L,L
restart {i},{w} -> restart L,L
restart {i},$ -> restart L,S
restart _,{w} -> restart S,L
restart _,$ -> query R,S
query x,$ -> query R,S
query >,$ -> target R,S
# no edge marks another vertex: is the target marked?
end {i},$ -> end L,S
end _,$ -> find R,S
find x,$ -> find R,S
find >,$ -> goal R,S
goal x,* -> goal R,R
goal ;,T -> yes S,S
