# Forward chaining: scan the clauses, mark the head of one whose body holds, scan again.
# Tape 1 has $ in cell 0 and T in cell i when variable x^i must be true.
tapes: 2
input: x & > ;
read-only: input
start: start
accept: yes
reject: no
let w = T _
let i = x & > ;
start *,_ -> clause *,$ S,S
clause x,$ -> body R,R
clause >,$ -> head R,S
clause _,$ -> yes S,S
body x,{w} -> body R,R
body &,T -> more R,L
body >,T -> home R,L
body &,_ -> skip R,S
body >,_ -> skip-head R,S
more *,{w} -> more S,L
more x,$ -> body R,R
home *,{w} -> home S,L
home *,$ -> head S,S
head x,* -> head R,R
# a body that holds with an empty head: no assignment satisfies the clause
head ;,$ -> no S,S
head ;,T -> reset R,L
head ;,_ -> restart ;,T L,L
# the body does not hold: read the rest of the clause
skip x,* -> skip-more R,S
skip-more x,* -> skip-more R,S
skip-more &,* -> skip R,S
skip-more >,* -> skip-head R,S
skip-head x,* -> skip-head R,S
skip-head ;,* -> reset R,S
reset *,{w} -> reset S,L
reset *,$ -> clause S,S
restart {i},{w} -> restart L,L
restart {i},$ -> restart L,S
restart _,{w} -> restart S,L
restart _,$ -> clause R,S
