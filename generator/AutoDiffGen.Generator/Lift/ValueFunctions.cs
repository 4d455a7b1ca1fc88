using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.Lift;

/// <summary>Finds the tape's counterparts of the framework's mathematics: the static methods of <c>Value</c>.</summary>
internal sealed class ValueFunctions
{
    private readonly INamedTypeSymbol? _value;

    public ValueFunctions(INamedTypeSymbol? value) => _value = value;

    /// <summary>Whether the method is one of those that <c>Value</c> repeats by name.</summary>
    public static bool IsMathematics(IMethodSymbol method) =>
        method is { IsStatic: true, IsGenericMethod: false, MethodKind: MethodKind.Ordinary }
        && (LiftedTypes.IsDouble(method.ContainingType) || method.ContainingType.ToDisplayString() == "System.Math");

    /// <summary>The function of the same name and parameters, with <c>Value</c> for <c>double</c>.</summary>
    public IMethodSymbol? Find(IMethodSymbol method) => Overloads(method).FirstOrDefault(m => IsCounterpart(m, method));

    /// <summary>
    /// Whether an argument that is not yet a <c>double</c> must be cast: an overload of the function takes something else in its place,
    /// such as an integral power, which the original call did not choose.
    /// </summary>
    public bool NeedsCast(IMethodSymbol counterpart, int argument) =>
        IsValue(counterpart.Parameters[argument].Type)
        && Overloads(counterpart).Any(m => !IsValue(m.Parameters[argument].Type) && !LiftedTypes.IsDouble(m.Parameters[argument].Type));

    private IEnumerable<IMethodSymbol> Overloads(IMethodSymbol method) => _value is null
        ? []
        : _value.GetMembers(method.Name).OfType<IMethodSymbol>().Where(m =>
            m is { IsStatic: true, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public } && m.Parameters.Length == method.Parameters.Length);

    private bool IsCounterpart(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (int i = 0; i < method.Parameters.Length; i++)
        {
            if (!IsLiftOf(candidate.Parameters[i].Type, method.Parameters[i].Type))
                return false;
        }

        return IsLiftOf(candidate.ReturnType, method.ReturnType);
    }

    private bool IsLiftOf(ITypeSymbol lifted, ITypeSymbol original)
    {
        if (LiftedTypes.IsDouble(original))
            return IsValue(lifted);
        if (original is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            return lifted is INamedTypeSymbol { IsTupleType: true } other && other.TupleElements.Length == tuple.TupleElements.Length
                && tuple.TupleElements.Zip(other.TupleElements, (a, b) => a.Name == b.Name && IsLiftOf(b.Type, a.Type)).All(same => same);
        }

        return SymbolEqualityComparer.Default.Equals(lifted, original);
    }

    private bool IsValue(ITypeSymbol type) => SymbolEqualityComparer.Default.Equals(type, _value);
}
