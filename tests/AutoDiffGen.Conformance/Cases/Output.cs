namespace AutoDiffGen.Conformance.Cases;

/// <summary>Something a method computes: its result, or the final content of a parameter.</summary>
internal sealed record Output(string Name, int Index)
{
    /// <summary>The result.</summary>
    public static readonly Output Result = new("result", -1);

    public bool IsResult => Index < 0;

    public static Output Of(Role role) => new(role.Name, role.Index);
}
