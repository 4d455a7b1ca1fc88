using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.Lift;

/// <summary>The methods that the lifted method calls, each lifted once, and what their copies are called.</summary>
internal sealed class LiftedHelpers
{
    private readonly IMethodSymbol _root;
    private readonly Dictionary<IMethodSymbol, string> _names = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Queue<IMethodSymbol> _waiting = new();

    public LiftedHelpers(IMethodSymbol root)
    {
        _root = root;
        ClassName = $"{root.Name}_LiftedHelpers_{Hash(root)}";
        _taken.Add(ClassName);
    }

    /// <summary>The nested class that holds the copies; its name tells overloads of the method apart.</summary>
    public string ClassName { get; }

    public string RootName => _root.Name + "_Lifted";

    /// <summary>How lifted code calls the lifted copy of a method; asks for the copy to be made.</summary>
    public string Call(IMethodSymbol method)
    {
        if (SymbolEqualityComparer.Default.Equals(method, _root))
            return $"{LiftedTypes.Name(_root.ContainingType)}.{RootName}";
        return CallCopy(method);
    }

    /// <summary>As <see cref="Call"/>, where even the lifted method itself is called by a copy.</summary>
    public string CallCopy(IMethodSymbol method) => $"{ClassName}.{CSharpNames.Escape(NameOf(method))}";

    /// <summary>
    /// The name of the copy of <c>double.Clamp</c>, if it is called. It differs from <c>Math.Clamp</c> in bounds of NaN and in zeros of two signs,
    /// and so from the tape's function of that name; the tape's own <c>double.Clamp</c> is reached only through its interface.
    /// </summary>
    public string? Clamp { get; private set; }

    public string CallClamp() => $"{ClassName}.{Clamp ??= Reserve("Clamp")}<{LiftedTypes.Value}>";

    public string NameOf(IMethodSymbol method)
    {
        if (_names.TryGetValue(method, out string? name))
            return name;
        name = Reserve(method.Name);
        _names.Add(method, name);
        _waiting.Enqueue(method);
        return name;
    }

    private string Reserve(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_taken.Add(name); i++)
            name = $"{wanted}_{i}";
        return name;
    }

    public bool TryTake(out IMethodSymbol? method)
    {
        method = _waiting.Count > 0 ? _waiting.Dequeue() : null;
        return method is not null;
    }

    // FNV-1a over the method's documentation identifier: the same in every build, on every host.
    private static string Hash(IMethodSymbol method)
    {
        uint hash = 2166136261;
        foreach (char c in method.GetDocumentationCommentId() ?? method.ToDisplayString())
            hash = unchecked((hash ^ c) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
