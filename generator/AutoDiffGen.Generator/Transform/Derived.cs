using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Transform;

/// <summary>How derivatives are named after what they are derivatives of.</summary>
internal static class Derived
{
    /// <summary>The prefix and the name, whose first letter is capitalised when it is longer than one: <c>x</c> → <c>dx</c>, <c>weights</c> → <c>dWeights</c>.</summary>
    public static string Name(string prefix, string name) =>
        name.Length == 1 ? prefix + name : prefix + char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The name, with <c>_</c> appended until it is free; taken from then on.</summary>
    public static string Free(string name, ISet<string> taken)
    {
        while (!taken.Add(name))
            name += "_";
        return name;
    }

    /// <summary>A variable for the adjoint or tangent of another.</summary>
    public static Var Of(string prefix, Var variable, Names names) =>
        new(names.Next(Name(prefix, variable.Name)), variable.Type, VarRole.Derivative);
}
