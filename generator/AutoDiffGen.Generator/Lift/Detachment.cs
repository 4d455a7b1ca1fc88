using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.Lift;

/// <summary>
/// Makes the initial content of a <c>[NoGrad]</c> parameter constant, where it refers to memory of the caller's: in a copy where it is only read,
/// and otherwise in place, so that the caller sees what is written. Either needs it to be apart from what is active.
/// </summary>
internal static class Detachment
{
    private const string Lifting = "global::AutoDiffGen.Runtime.Lifting";

    /// <summary>Whether it can be done with a parameter that is constant, or may share memory with one that is.</summary>
    public static bool Applies(MethodScope scope, IParameterSymbol parameter) =>
        !LiftedTypes.IsActiveBuffer(parameter.Type) || IsPlain(parameter.Type)
        || scope.Constants.Count == 0 || (!scope.Constants.ContainsKey(parameter) && LiftedTypes.IsDouble(LiftedTypes.ElementOf(parameter.Type)));

    /// <summary>The statement that does it.</summary>
    public static string Of(MethodScope scope, IParameterSymbol parameter)
    {
        string name = CSharpNames.Escape(parameter.Name);
        return scope.Copies.TryGetValue(parameter, out string? copy)
            ? $"{LiftedTypes.LiftedName(parameter.Type)} {copy} = {Lifting}.Detached({name});"
            : $"{Lifting}.Detach({name});";
    }

    /// <summary>Statements that refuse arguments of which one is constant and another, active or written, shares its memory.</summary>
    public static IEnumerable<string> Checks(MethodScope scope)
    {
        foreach (IParameterSymbol constant in scope.Method.Parameters)
        {
            bool isCopied = scope.Copies.ContainsKey(constant);
            if (!scope.Constants.ContainsKey(constant) && !(isCopied && constant.RefKind != RefKind.None) && !IsDetachedOnEntry(constant))
                continue;
            foreach (IParameterSymbol other in scope.Method.Parameters.Where(p => !SymbolEqualityComparer.Default.Equals(p, constant) && IsShared(p)))
            {
                if (IsMatrix(constant) != IsMatrix(other) && constant.Type is IArrayTypeSymbol && other.Type is IArrayTypeSymbol)
                    continue; // what is [,] is never [] too
                if (isCopied && other.RefKind == RefKind.Out)
                    yield return $"global::System.Runtime.CompilerServices.Unsafe.SkipInit(out {CSharpNames.Escape(other.Name)});";
                if (isCopied ? MayWrite(scope, other) : !LiftedTypes.IsNoGrad(other) && other.RefKind != RefKind.Out)
                    yield return $"{Lifting}.RequireApart({Region(constant)}, \"{constant.Name}\", {Region(other)}, \"{other.Name}\");";
            }
        }
    }

    /// <summary>Whether it is a variable of the caller's, whose content is made constant in place.</summary>
    public static bool IsDetachedOnEntry(IParameterSymbol parameter) =>
        parameter.RefKind == RefKind.Ref && LiftedTypes.IsDouble(parameter.Type) && LiftedTypes.IsNoGrad(parameter);

    // Whether the parameter may share memory with another, before anything is written.
    private static bool IsShared(IParameterSymbol parameter) =>
        LiftedTypes.IsLifted(parameter)
        && (LiftedTypes.IsActiveBuffer(parameter.Type) ? parameter.RefKind != RefKind.Out && IsPlain(parameter.Type) : parameter.RefKind != RefKind.None);

    private static bool MayWrite(MethodScope scope, IParameterSymbol parameter) => LiftedTypes.IsActiveBuffer(parameter.Type)
        ? BufferUses.Of(parameter, scope.Session.Compilation, scope.Session.Cancellation) != BufferUse.Read
        : parameter.RefKind is RefKind.Ref or RefKind.Out;

    private static bool IsPlain(ITypeSymbol type) => LiftedTypes.IsSpan(type)
        ? LiftedTypes.IsDouble(LiftedTypes.ElementOf(type))
        : type is IArrayTypeSymbol array && (LiftedTypes.IsDouble(array.ElementType)
            ? array.Rank <= 2
            : array is { Rank: 1, ElementType: IArrayTypeSymbol { Rank: 1 } row } && LiftedTypes.IsDouble(row.ElementType));

    private static bool IsMatrix(IParameterSymbol parameter) => parameter.Type is IArrayTypeSymbol { Rank: 2 };

    private static string Region(IParameterSymbol parameter)
    {
        string name = CSharpNames.Escape(parameter.Name);
        if (IsMatrix(parameter))
            return $"{Lifting}.ElementsOf({name})";
        return LiftedTypes.IsActiveBuffer(parameter.Type)
            ? name
            : $"new global::System.ReadOnlySpan<{LiftedTypes.Value}>({(parameter.RefKind == RefKind.Ref ? "ref" : "in")} {name})";
    }
}
