using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>
/// Names the functions that are called. The framework's mathematics gets one name for all its spellings, so that one rule serves them:
/// <c>double.Sin</c>, <c>Math.Sin</c> and <c>MathF.Sin</c> → <c>Math.Sin(real)</c>.
/// </summary>
internal static class FunctionRefs
{
    /// <summary>The function; null where a parameter or the result has a type that differentiated code cannot have values of.</summary>
    public static FunctionRef? Of(IMethodSymbol method, Compilation compilation) =>
        IsMathematics(method, compilation) ? Mathematics(method, compilation) : Other(method);

    /// <summary>Whether the method is a function of scalars that <c>Math</c>, <c>MathF</c>, <c>double</c> or <c>float</c> declares.</summary>
    public static bool IsMathematics(IMethodSymbol method, Compilation compilation)
    {
        INamedTypeSymbol type = method.ContainingType;
        bool declares = type.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            || IsOfFramework(type, "System.Math", compilation) || IsOfFramework(type, "System.MathF", compilation);
        // Scalars in, a scalar out: which leaves parsing, formatting and what returns tuples to the refusal.
        return declares && method is { IsStatic: true, IsGenericMethod: false, MethodKind: MethodKind.Ordinary, ReturnsByRef: false }
            && IsNumber(method.ReturnType) && method.Parameters.Length > 0
            && method.Parameters.All(p => p is { RefKind: RefKind.None, IsParams: false } && IsNumber(p.Type));
    }

    /// <summary>
    /// Whether the method is a function of the framework whose result the integers, characters and truth values that it is passed decide, and
    /// that does nothing else: <c>int.Max</c>, <c>char.IsDigit</c>, <c>BitOperations.PopCount</c>, <c>Convert.ToDouble(int)</c>. What
    /// <c>Convert</c> makes an integer of a real is a constant, as a cast's result is.
    /// </summary>
    public static bool IsOfConstants(IMethodSymbol method, Compilation compilation)
    {
        INamedTypeSymbol type = method.ContainingType;
        bool converts = IsOfFramework(type, "System.Convert", compilation);
        bool declares = type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
            || IsOfFramework(type, "System.Math", compilation) || IsOfFramework(type, "System.Numerics.BitOperations", compilation);
        return (declares || converts) && method is { IsStatic: true, IsGenericMethod: false, MethodKind: MethodKind.Ordinary, ReturnsByRef: false }
            && IsNumber(method.ReturnType) && method.Parameters.Length > 0
            && method.Parameters.All(p => p is { RefKind: RefKind.None, IsParams: false } && IsNumber(p.Type))
            && method.Parameters.All(p => Types.Of(p.Type) is InertType || (converts && Types.Of(method.ReturnType) is InertType));
    }

    /// <summary>
    /// A function of one real by name, as calls of it are named: <c>Sin</c> of <c>Math</c> or <c>MathF</c>,
    /// <c>SinPi</c> of <c>double</c> or <c>float</c>.
    /// </summary>
    public static FunctionRef? RealFunction(string container, string name, RealType real, Compilation compilation)
    {
        bool isDouble = real.Kind == RealKind.Double;
        INamedTypeSymbol? type = container == "Math"
            ? compilation.GetTypeByMetadataName(isDouble ? "System.Math" : "System.MathF")
            : compilation.GetSpecialType(isDouble ? SpecialType.System_Double : SpecialType.System_Single);
        IMethodSymbol? method = type?.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(m =>
            m.Parameters is [{ Type: var parameter }] && Types.Of(parameter) == real && IsMathematics(m, compilation));
        return method is null ? null : Mathematics(method, compilation);
    }

    /// <summary>How an argument is passed; null where that is not supported. An array or span passed by <c>in</c> is passed by value.</summary>
    public static RefMode? Mode(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.In when Types.IsStorage(parameter.Type) => RefMode.Value,
        RefKind.Ref or RefKind.Out when Types.IsStorage(parameter.Type) => null,
        RefKind.None => RefMode.Value,
        RefKind.In => RefMode.In,
        RefKind.Ref => RefMode.Ref,
        RefKind.Out => RefMode.Out,
        _ => null,
    };

    private static bool IsNumber(ITypeSymbol type) => Types.Of(type) is RealType or InertType and not { CSharp: "string" };

    /// <summary>Whether the type is the framework's of that name, and not one of the user's.</summary>
    public static bool IsOfFramework(INamedTypeSymbol type, string name, Compilation compilation) =>
        type.DeclaringSyntaxReferences.IsEmpty && SymbolEqualityComparer.Default.Equals(type, compilation.GetTypeByMetadataName(name));

    private static FunctionRef? Mathematics(IMethodSymbol method, Compilation compilation)
    {
        // Math.Clamp and double.Clamp choose differently between 0.0 and -0.0: there the spelling is the value.
        bool isOwn = method is { Name: "Clamp", ContainingType.SpecialType: SpecialType.System_Double or SpecialType.System_Single };
        IMethodSymbol? ofMath = isOwn ? null : Counterpart(method, compilation.GetTypeByMetadataName("System.Math"));
        FunctionRef? function = Other(ofMath ?? method);
        // The result's precision is the called method's, the names are those of System.Math: one function, one value.
        return function is null
            ? null
            : function with
            {
                Family = FunctionFamily.Math,
                Container = ofMath is null ? "Real" : "Math",
                Result = Types.Of(method.ReturnType)!,
                Parameters = function.Parameters.Zip(method.Parameters, (p, own) => p with { Type = Types.Of(own.Type)! }).ToEquatableArray(),
            };
    }

    // The function of System.Math with this name and these parameters, where any floating-point type matches double.
    private static IMethodSymbol? Counterpart(IMethodSymbol method, INamedTypeSymbol? math) =>
        math?.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(m =>
            m is { IsStatic: true, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public }
            && m.Parameters.Length == method.Parameters.Length
            && m.Parameters.Zip(method.Parameters, Matches).All(matches => matches) && Matches(m.ReturnType, method.ReturnType));

    private static bool Matches(IParameterSymbol math, IParameterSymbol own) => math.RefKind == own.RefKind && Matches(math.Type, own.Type);

    private static bool Matches(ITypeSymbol math, ITypeSymbol own) =>
        Types.Of(own) is RealType ? math.SpecialType == SpecialType.System_Double : SymbolEqualityComparer.Default.Equals(math, own);

    private static FunctionRef? Other(IMethodSymbol method)
    {
        var parameters = new List<ParameterRef>();
        foreach (IParameterSymbol p in method.Parameters)
        {
            if (Types.Of(p.Type) is not { } type || Mode(p) is not { } mode)
                return null;
            parameters.Add(new ParameterRef(p.Name, type, mode));
        }

        return Types.Of(method.ReturnType) is { } result
            ? new FunctionRef(FunctionFamily.Other, Types.Name(method.ContainingType), method.Name, parameters.ToEquatableArray(), result)
            : null;
    }
}
