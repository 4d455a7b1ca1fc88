using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>Finds the attributes that mean something here.</summary>
internal static class Attributes
{
    public const string Differentiable = "AutoDiffGen.DifferentiableAttribute";
    public const string PartialOf = "AutoDiffGen.PartialOfAttribute";
    public const string VjpOf = "AutoDiffGen.VjpOfAttribute";
    public const string NoGrad = "AutoDiffGen.NoGradAttribute";

    public static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass is { } type && type.ToDisplayString() == name);

    public static bool Has(ISymbol symbol, string name) => Find(symbol, name) is not null;

    /// <summary>Whether the generator wrote the member, in this compilation or in a referenced one.</summary>
    public static bool IsGenerated(ISymbol symbol) => symbol.GetAttributes().Any(IsOfGenerated);

    // By its text where it is not bound: in code that does not compile, `System` may be anything.
    private static bool IsOfGenerated(AttributeData attribute) => attribute is { AttributeClass.TypeKind: TypeKind.Error, ApplicationSyntaxReference: { } unbound }
        ? $"[{unbound.GetSyntax()}]" == BackEnd.GeneratedCode.Attribute
        : attribute.AttributeClass?.ToDisplayString() == "System.CodeDom.Compiler.GeneratedCodeAttribute"
            && attribute.ConstructorArguments is [{ Value: "AutoDiffGen" }, ..];
}
