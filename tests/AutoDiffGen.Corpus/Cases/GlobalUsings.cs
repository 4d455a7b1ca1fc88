// Cases read [Differentiable(Gradient | Lifted)], as user code would.
global using static AutoDiffGen.Derivatives;
