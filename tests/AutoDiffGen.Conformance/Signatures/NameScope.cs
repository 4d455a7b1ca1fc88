using System.Reflection;

namespace AutoDiffGen.Conformance.Signatures;

/// <summary>The names taken in a generated member's parameter list.</summary>
internal sealed class NameScope(MethodInfo method)
{
    private readonly HashSet<string> taken = [.. method.GetParameters().Select(p => p.Name!)];

    /// <summary>The prefix and the name, capitalised when it is longer than one letter.</summary>
    public string Derivative(string prefix, string name) =>
        Free(prefix + (name.Length > 1 ? char.ToUpperInvariant(name[0]) + name[1..] : name));

    /// <summary>The name, with <c>_</c> appended until it is free.</summary>
    public string Free(string name)
    {
        while (!taken.Add(name))
            name += "_";
        return name;
    }
}
