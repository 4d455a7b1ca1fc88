namespace AutoDiffGen.Mutation.Mutants.Checks;

/// <summary>The checks of tensors, of functions that are applied, and of recorded gradients.</summary>
internal static class TensorChecks
{
    public static IEnumerable<SafetyCheck> All { get; } =
    [
        Check("a graph is let go", "Tensors/Graph/BackwardPass.cs", "if (retainGraph) return;", "if (uses.Count > 0) return;"),
        Check("a backward pass looks for what changed before it starts", "Tensors/Graph/BackwardPass.cs",
            "foreach (Node<T> node in uses.Keys) node.CheckUsable();", ""),
        Check("a change of saved data is seen", "Tensors/Storage.cs", "storage.Version != version", "storage.Version < version"),
        Check("a step of an optimiser counts as a change", "Tensors/GradTensor{T}.cs",
            """
            storage.Version++;
                    return storage.Data;
            """, "return storage.Data;"),
        Check("a copy counts as a change", "Tensors/GradTensor{T}.InPlace.cs",
            """
            storage.Version++;

                    if (IsRecorded
            """, "if (IsRecorded"),
        Check("a leaf is not changed in place while operations are recorded", "Tensors/GradTensor{T}.InPlace.cs", "if (IsLeaf && IsRecorded)", "if (IsLeaf && IsRecorded && Length < 0)"),
        Check("a product in place keeps the factor it overwrites", "Tensors/GradTensor{T}.InPlace.cs",
            "readsOwn ? New(shape, Data).Save()", "readsOwn ? new GradTensor<TNumber>(Entries, shape).Save()"),
        Check("a seed has the shape of its tensor", "Tensors/GradTensor{T}.Backward.cs", "if (!seed.shape.AsSpan().SequenceEqual(shape))", "if (seed.Length != Length)"),
        Check("a gradient is added to", "Tensors/Graph/Adjoints.cs", "TensorPrimitives.Add(sum, contribution ?? seed, sum);", "(contribution ?? seed).CopyTo(sum, 0);"),
        Check("an adjoint that is passed on is not shared", "Tensors/Graph/Adjoints.cs", "if (i != heir)", "if (i != heir || i == 0)"),
        Check("repeated entries sum their adjoints", "Tensors/Kernels/Broadcasting.cs", "adjoint = rented = target;", "rented = target;"),
        Check("a zero adjoint of an infinite partial is zero", "Tensors/Kernels/Lanes.cs",
            "Vector.ConditionalSelect(Vector.Equals(adjoint, Vector<T>.Zero), Vector<T>.Zero, product)", "product"),
        Check("a result that was given back is not read", "Tensors/Storage.cs", "entries = null;", ""),
        Check("a gradient that is set is not given back", "Tensors/GradTensor{T}.cs", "if (value is not null) value.storage.IsKept = true;", ""),
        Check("a new axis has a place", "Tensors/Shapes.cs", "(uint)counted <= (uint)shape.Length", "counted <= shape.Length"),
        Check("a dimension that could be any is refused", "Tensors/GradTensor{T}.Shape.cs", "if (Length == 0 && rest == 0)", "if (Length == 0 && rest < 0)"),
        Check("a zero adjoint of x / 0 is zero", "Tensors/Functions/Arithmetic.Numbers.cs", "if (number != T.Zero)", "if (!T.IsNaN(number))"),
        Check("a zero adjoint of the variance of one number is zero", "Tensors/Kernels/Reduction.cs", "if (dy[i] == T.Zero) factors[i] = T.Zero;", "if (false) factors[i] = T.Zero;"),
        Check("what is kept is not given back", "Tensors/Storage.cs", "if (entries is null || IsKept) return;", "if (entries is null) return;"),
        Check("a function that gives its argument gives a copy", "Bridges/GradTensor.Apply.cs", "arguments.Any(data.SharesMemoryWith)", "arguments.Length < 0"),
        Check("an adjoint on the tape is called with what reaches it", "Tape.Applications.cs", "adjoints.AsSpan(first, last - first + 1).Clear();", ""),
        Check("a sweep that throws leaves no adjoint behind", "Tape.Applications.cs", "Array.Clear(adjoints);", ""),
        Check("a sweep is not started inside itself", "Tape.Applications.cs", "if (isSweeping) throw", "if (isSweeping && result < 0) throw"),
        Check("a second derivative through a first one only is refused", "Tape.SecondDerivatives.cs",
            "if (node.Operation is Operation.Apply or Operation.Call)", "if (node.Operation is Operation.Apply)"),
        Check("what meets in three is of one graph", "Value.Recording.cs", "tape.Check(c);", ""),
    ];

    private static SafetyCheck Check(string name, string file, string original, string replacement) =>
        new(name, "src/AutoDiffGen/Dynamic/" + file, original, replacement, Proof.OfRuntime);
}
