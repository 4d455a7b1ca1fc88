using System.Reflection;

namespace AutoDiffGen.Conformance.Signatures;

/// <summary>Finds generated members.</summary>
internal static class Member
{
    private const BindingFlags Beside = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The member that a caller who trusts the contract would bind to: by name and types.</summary>
    /// <exception cref="MissingMethodException">There is none. The message lists what there is.</exception>
    public static MethodInfo Find(Signature expected) => TryFind(expected) ?? throw new MissingMethodException(Describe(expected));

    public static MethodInfo? TryFind(Signature expected) => Named(expected).SingleOrDefault(m => Binds(m, expected));

    private static IEnumerable<MethodInfo> Named(Signature expected) =>
        expected.DeclaringType.GetMethods(Beside).Where(m => m.Name == expected.Name);

    private static bool Binds(MethodInfo method, Signature expected)
    {
        ParameterInfo[] parameters = method.GetParameters();
        return parameters.Length == expected.Parameters.Count && parameters.Zip(expected.Parameters).All(pair => pair.Second.Binds(pair.First));
    }

    private static string Describe(Signature expected)
    {
        string found = string.Join("\n  ", Named(expected).Select(Signature.Of));
        return $"{expected.DeclaringType.FullName} has no member\n  {expected}\n"
            + (found.Length == 0 ? "and none of that name." : "but it has\n  " + found);
    }
}
