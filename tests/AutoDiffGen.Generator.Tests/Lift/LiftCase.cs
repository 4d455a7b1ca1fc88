namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>A method <c>Foo</c> to lift, what stands beside its type, and the arguments to run it on.</summary>
/// <param name="AtKinks">The inputs at which only the value is compared: edges, where differences say nothing.</param>
public sealed record LiftCase(string Name, string Members, object[][] Inputs, object[][]? AtKinks = null, string Beside = "")
{
    public override string ToString() => Name;
}
