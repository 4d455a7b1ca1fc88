using System.Runtime.CompilerServices;
using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd.Declaration;

/// <summary>
/// Generated members that the type already has (ADG007): written by the user, or generated for an overload:
/// <c>F(double x)</c> and a method <c>F_Grad(double, out double)</c>.
/// </summary>
internal static class Collisions
{
    private const string Value = "global::AutoDiffGen.Dynamic.Value";

    // What is generated for all methods of a type, once for each type: each of five hundred overloads looks at all others.
    private static readonly ConditionalWeakTable<INamedTypeSymbol, ILookup<Signature, IMethodSymbol>> OfTypes = new();

    private sealed record Signature(string Name, EquatableArray<string> Parameters);

    public static IEnumerable<DiagnosticInfo> Check(IMethodSymbol method, DerivativeSet emit)
    {
        foreach (Signature generated in Generated(method, emit))
        {
            if (method.ContainingType.Name == generated.Name || IsWritten(method.ContainingType, generated) || IsGeneratedTwice(method, generated))
                yield return new DiagnosticInfo("ADG007", MethodKinds.At(method), [generated.Name, method.Name]);
        }
    }

    private static bool IsWritten(INamedTypeSymbol type, Signature generated) =>
        type.GetMembers(generated.Name).Where(m => !Attributes.IsGenerated(m)).Any(m =>
            m is not IMethodSymbol method || (!method.IsGenericMethod && Parameters(method).Equals(generated.Parameters)));

    private static bool IsGeneratedTwice(IMethodSymbol method, Signature generated) => OfTypes.GetValue(method.ContainingType, OfAll)[generated]
        .Any(m => !SymbolEqualityComparer.Default.Equals(m, method) && !SymbolEqualityComparer.Default.Equals(m, method.PartialDefinitionPart));

    private static ILookup<Signature, IMethodSymbol> OfAll(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Where(m => m.MethodKind == MethodKind.Ordinary)
        .SelectMany(m => Attributes.Find(m, Attributes.Differentiable) is { } attribute ? Generated(m, Emission.Generated(Emission.Asked(attribute))).Select(s => (s, m)) : [])
        .ToLookup(g => g.s, g => g.m);

    private static IEnumerable<Signature> Generated(IMethodSymbol method, DerivativeSet emit)
    {
        EquatableArray<string> own = Parameters(method);
        if ((emit & DerivativeSet.Gradient) != 0)
        {
            bool isReal = Types.Of(method.ReturnType) is RealType;
            if (isReal)
                yield return new Signature(method.Name + "_Grad", [.. own, .. Derivatives(method, withOut: false)]);
            string[] seed = Types.Of(method.ReturnType) switch
            {
                VoidType => [],
                ArrayType { Element: RealType element } => [new SpanType(element, IsReadOnly: true).CSharp],
                _ => [Shape(method.ReturnType, RefKind.None)],
            };
            yield return new Signature(method.Name + "_Vjp", [.. own, .. seed, .. Derivatives(method, withOut: true)]);
        }

        if ((emit & DerivativeSet.Lifted) != 0)
        {
            IEnumerable<string> lifted = own.Zip(method.Parameters, (shape, p) => Types.Of(p.Type)?.Content() is RealType ? shape.Replace("double", Value) : shape);
            yield return new Signature(method.Name + "_Lifted", lifted.ToEquatableArray());
        }
    }

    private static IEnumerable<string> Derivatives(IMethodSymbol method, bool withOut) =>
        method.Parameters.Where(p => Signatures.IsActive(p) && (withOut || p.RefKind != RefKind.Out))
            .Select(p => Types.Of(p.Type) switch
            {
                ArrayType { Element: RealType element, Rank: 1 } => Span(element),
                SpanType { Element: RealType element } => Span(element),
                ArrayType matrix => matrix.CSharp,
                _ => Shape(p.Type, RefKind.Ref),
            });

    private static string Span(RealType element) => new SpanType(element, IsReadOnly: false).CSharp;

    private static EquatableArray<string> Parameters(IMethodSymbol method) =>
        method.Parameters.Select(p => Shape(p.Type, p.RefKind)).ToEquatableArray();

    // C# does not tell ref, in and out apart.
    private static string Shape(ITypeSymbol type, RefKind kind) => (kind == RefKind.None ? "" : "&") + Types.Name(type);
}
