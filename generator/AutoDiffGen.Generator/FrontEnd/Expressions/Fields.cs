using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Fields that are read: <c>static readonly</c> ones of scalar type (<c>Scale</c> → <c>Read global::N.T.Scale</c>), and the parts of a
/// sine and cosine computed together (<c>Math.SinCos(x).Sin</c> → <c>Math.Sin(x)</c>).
/// </summary>
internal static class Fields
{
    public static Expr Lower(BodyScope scope, IFieldReferenceOperation operation)
    {
        IFieldSymbol field = operation.Field;
        if (SinCos.Part(scope, operation) is { } part)
            return part;
        if (!field.IsStatic)
            throw scope.RefuseConstruct(operation);
        return new Read(Readonly(scope, operation) ?? throw scope.Refuse("ADG024", operation.Syntax, Shown(field)));
    }

    /// <summary>The place of a <c>static readonly</c> field of scalar type; null for any other static field.</summary>
    public static StaticPlace? Readonly(BodyScope scope, IFieldReferenceOperation operation)
    {
        IFieldSymbol field = operation.Field;
        bool perThread = field.GetAttributes().Any(a => a.AttributeClass?.ToDisplayString() == "System.ThreadStaticAttribute");
        if (!field.IsStatic || !field.IsReadOnly || perThread || Types.OfVariable(field.Type) is not { } type)
            return null;
        if (!scope.Calls.CanReach(field) && scope.Calls.Open(field, type) is { } opened)
            return new StaticPlace(opened, type);
        scope.RequireAccess(field, operation.Syntax);
        return new StaticPlace(Types.Name(field.ContainingType) + "." + Escaped(field.Name), type);
    }

    /// <summary>The name as source text: <c>@event</c>.</summary>
    public static string Escaped(string name) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None ? name : "@" + name;

    private static string Shown(IFieldSymbol field) => field.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
