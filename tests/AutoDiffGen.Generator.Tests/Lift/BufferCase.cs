namespace AutoDiffGen.Generator.Tests.Lift;

/// <summary>A method <c>Foo</c> over arrays and spans to lift, and the arguments to run it on.</summary>
/// <param name="Inputs">Each a list of arguments; a span is given as an array.</param>
public sealed record BufferCase(string Name, string Members, object[][] Inputs, string Beside = "")
{
    public override string ToString() => Name;
}
