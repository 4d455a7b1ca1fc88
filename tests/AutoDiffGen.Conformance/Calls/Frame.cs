using AutoDiffGen.Conformance.Cases;

namespace AutoDiffGen.Conformance.Calls;

/// <summary>The arguments and results of one call. Every array has an entry for each parameter, by position.</summary>
internal sealed class Frame(int parameters)
{
    /// <summary>The real arguments; a <c>float</c> is kept as the <c>double</c> it is.</summary>
    public readonly double[] Reals = new double[parameters];

    /// <summary>The other arguments, boxed before the call is measured.</summary>
    public readonly object?[] Others = new object?[parameters];

    /// <summary>What the call left in parameters passed by reference; integers and booleans as numbers.</summary>
    public readonly double[] After = new double[parameters];

    /// <summary>The derivative parameters: read and written by <c>_Vjp</c>, written by <c>_Grad</c>.</summary>
    public readonly double[] Derivatives = new double[parameters];

    /// <summary>The arrays, and those that spans stand on. A call starts from their initial content and leaves what it writes.</summary>
    public readonly Block?[] Blocks = new Block?[parameters];

    /// <summary>The derivatives by arrays and spans.</summary>
    public readonly Block?[] DerivativeBlocks = new Block?[parameters];

    /// <summary>The seed of <c>_Vjp</c>.</summary>
    public double Seed;

    /// <summary>The seed of <c>_Vjp</c> where the result is an array.</summary>
    public Block? SeedBlock;

    /// <summary>The result where it is an array.</summary>
    public Array? Result;

    public double Argument(Entry entry) =>
        Blocks[entry.Role.Index] is { } block ? block.GetInitial(entry.Offset) : Reals[entry.Role.Index];

    public void SetArgument(Entry entry, double value)
    {
        if (Blocks[entry.Role.Index] is { } block)
            block.SetInitial(entry.Offset, value);
        else
            Reals[entry.Role.Index] = value;
    }

    public double Derivative(Entry entry) =>
        DerivativeBlocks[entry.Role.Index] is { } block ? block[entry.Offset] : Derivatives[entry.Role.Index];

    public void SetDerivative(Entry entry, double value)
    {
        if (DerivativeBlocks[entry.Role.Index] is { } block)
            block[entry.Offset] = value;
        else
            Derivatives[entry.Role.Index] = value;
    }

    /// <summary>Puts the same number into every derivative.</summary>
    public void FillDerivatives(double value)
    {
        Array.Fill(Derivatives, value);
        foreach (Block? block in DerivativeBlocks)
            block?.Fill(_ => value);
    }

    /// <summary>The entry's name, as it would be written in source.</summary>
    public string Name(Entry entry) =>
        entry.Role.Name + (Blocks[entry.Role.Index] is { } block ? block.IndexText(entry.Offset) : "");

    /// <summary>Brings back the initial content of all arrays. Allocates nothing.</summary>
    public void Restore()
    {
        foreach (Block? block in Blocks)
            block?.Restore();
    }
}
