# The word is SOURCE>TARGET; and then the edges ONE>OTHER; with vertex i written x^i.
# Scan the edges, mark one end of an edge whose other end is marked, scan again.
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
from >,_ -> back-home R,L
home x,{w} -> home S,L
home x,$ -> to R,R
to x,* -> to R,R
to ;,T -> reset R,L
to ;,_ -> restart ;,T L,L
# the first end is not marked: if the other is, go back and mark the first
back-home x,{w} -> back-home S,L
back-home x,$ -> other R,R
other x,* -> other R,R
other ;,_ -> reset R,L
other ;,T -> return L,L
return x,{w} -> return L,L
return x,$ -> return L,S
return >,{w} -> return L,L
return >,$ -> return L,S
return ;,{w} -> return S,L
return ;,$ -> first R,S
first x,* -> first R,R
first >,_ -> restart >,T L,L
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
