namespace AutoDiffGen.Dynamic;

/// <summary>One recorded operation: its value, the two operands it depends on, and its partial derivative by each.</summary>
/// <remarks>
/// An operand the result does not depend on, a constant or a second one that is not
/// there, is node 0: what the reverse sweep adds to its adjoint is never read, and the sweep needs no branch. In the place of the partial
/// derivative by it may stand the constant itself (<see cref="RecordedPartials"/>).
/// </remarks>
internal struct Node
{
    public double Value;
    public double LeftPartial;
    public double RightPartial;
    public int Left;
    public int Right;
    public Operation Operation;
}
