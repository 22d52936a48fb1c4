# Carry from the right end; a word of ones becomes a one and as many zeros.
input: 0 1
output: 0
start: right
accept: done
let d = 0 1
right {d} -> right R
right _ -> carry L
carry 1 -> carry 0 L
carry 0 -> done 1 S
carry _ -> over R
over 0 -> zeros 1 R
over _ -> done 1 S
zeros 0 -> zeros R
zeros _ -> done 0 S
