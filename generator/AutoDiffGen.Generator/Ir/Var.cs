namespace AutoDiffGen.Generator.Ir;

/// <summary>A parameter or local. Within a function a name stands for one variable, so the name is its identity.</summary>
/// <param name="Role">Where the variable comes from; decides only what the optimiser may fold away and how it is named.</param>
internal sealed record Var(string Name, IrType Type, VarRole Role)
{
    /// <summary>This variable, read.</summary>
    public Read Read => new(new LocalPlace(this));

    public override string ToString() => Name;
}

internal enum VarRole
{
    /// <summary>A parameter, of the user's method or of the derivative.</summary>
    Parameter,

    /// <summary>A local the user wrote (or a version of it): kept by name for whoever reads or debugs the generated code.</summary>
    Local,

    /// <summary>A value named by a pass.</summary>
    Temporary,

    /// <summary>An adjoint or tangent.</summary>
    Derivative,
}
