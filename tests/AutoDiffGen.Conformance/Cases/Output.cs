using AutoDiffGen.Conformance.Calls;

namespace AutoDiffGen.Conformance.Cases;

/// <summary>
/// A number that a method computes: its result, or the final content of a parameter. Of an array it is the sum of the entries, each with a
/// weight of its own, so that one row of derivatives speaks for all.
/// </summary>
internal sealed record Output(string Name, int Index)
{
    /// <summary>The result.</summary>
    public static readonly Output Result = new("result", -1);

    public bool IsResult => Index < 0;

    public static Output Of(Role role) => new(role.Name, role.Index);

    /// <summary>The number, after a call of the method that returned <paramref name="result"/>.</summary>
    public double Read(Frame frame, double result)
    {
        Block? block = !IsResult ? frame.Blocks[Index] : frame.Result is null ? null : new Block(frame.Result);
        return block is not null ? block.Entries.Select((e, i) => Weight(i) * e).Sum()
            : IsResult ? result
            : frame.After[Index];
    }

    /// <summary>Sets the adjoint of the number, before a call of <c>_Vjp</c>.</summary>
    public void Seed(Frame frame, double adjoint)
    {
        if ((IsResult ? frame.SeedBlock : frame.DerivativeBlocks[Index]) is { } block)
            block.Fill(i => adjoint * Weight(i));
        else if (IsResult)
            frame.Seed = adjoint;
        else
            frame.Derivatives[Index] = adjoint;
    }

    /// <summary>The weight of an array's entry. Quarters, exact in float; never zero, and no two neighbours alike.</summary>
    public static double Weight(int index) => (index % 3 == 1 ? -1 : 1) * (index * 7 % 13 + 1) / 4.0;
}
