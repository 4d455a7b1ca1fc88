using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.FrontEnd;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Rules;

/// <summary>A user's rule, or why it is not one.</summary>
internal sealed record UserRuleReading(UserRule? Rule, DiagnosticInfo? Problem);

/// <summary>
/// Reads the rules of the user's compilation: static, expression-bodied methods marked <c>[PartialOf]</c>. They are called, not quoted,
/// so only their signatures matter here.
/// </summary>
internal static class UserRules
{
    public static UserRuleReading Read(IMethodSymbol method, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        LocationInfo at = LocationInfo.Of(method.Locations[0]);
        string? reason = Shape(method, cancellation);
        RuleDeclaration? declaration = reason is null ? RuleDeclaration.Of(method, attribute, compilation, out reason) : null;
        return declaration is null
            ? new UserRuleReading(null, new DiagnosticInfo(Descriptors.BadRule.Id, at, [method.Name, reason!]))
            : new UserRuleReading(new UserRule(declaration.Target.Key, declaration.Argument, Method(method), PrivateTo(method), at), null);
    }

    /// <summary>The error of a rule of a kind that is not supported yet.</summary>
    public static DiagnosticInfo VjpOf(IMethodSymbol method) =>
        new(Descriptors.BadRule.Id, LocationInfo.Of(method.Locations[0]), [method.Name, "[VjpOf] is not supported yet"]);

    /// <summary>The error of every rule for what the table, or a rule before it, already gives.</summary>
    public static IEnumerable<DiagnosticInfo> Duplicates(IEnumerable<UserRule> rules, EquatableArray<TableRule> table)
    {
        var given = new Dictionary<(string, int), string>();
        foreach (TableRule rule in table)
            given[(rule.Key, rule.Argument)] = "the rules of AutoDiffGen";
        foreach (UserRule rule in Ordered(rules))
        {
            string name = rule.Method.Container.Replace("global::", "") + "." + rule.Method.Name;
            if (given.TryGetValue((rule.Target, rule.Argument), out string? by))
                yield return new DiagnosticInfo(Descriptors.DuplicateRule.Id, rule.Location,
                    [rule.Target.Replace("global::", ""), rule.Method.Parameters[rule.Argument].Name, by]);
            else
                given.Add((rule.Target, rule.Argument), name);
        }
    }

    /// <summary>In an order that does not depend on that of the files.</summary>
    public static IEnumerable<UserRule> Ordered(IEnumerable<UserRule> rules) => rules.OrderBy(r => r.Method.Key, StringComparer.Ordinal);

    private static string? Shape(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.MethodKind != MethodKind.Ordinary || !method.IsStatic)
            return "it must be a static method";
        if (method.IsGenericMethod || IsGeneric(method.ContainingType))
            return "it must not be generic";
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
                return "it is local to its file, where generated code cannot call it";
        }

        MethodDeclarationSyntax? declaration = Bodies.Declaration(method.PartialImplementationPart ?? method, cancellation);
        return declaration is { ExpressionBody: not null } ? null : "it must be expression-bodied";
    }

    private static bool IsGeneric(INamedTypeSymbol? type) => type is not null && (type.IsGenericType || IsGeneric(type.ContainingType));

    private static FunctionRef Method(IMethodSymbol method) => new(
        FunctionFamily.Other, Types.Name(method.ContainingType), method.Name,
        method.Parameters.Select(p => new ParameterRef(p.Name, Types.Of(p.Type)!, RefMode.Value)).ToEquatableArray(), Types.Of(method.ReturnType)!);

    // The type outside of which the rule, or a type it stands in, cannot be named.
    private static string? PrivateTo(IMethodSymbol method)
    {
        for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
                && symbol.ContainingType is { } type)
                return Types.Name(type);
        }

        return null;
    }
}
