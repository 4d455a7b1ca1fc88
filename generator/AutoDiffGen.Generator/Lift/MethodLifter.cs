using AutoDiffGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoDiffGen.Generator.Lift;

/// <summary>Writes a method over <c>Value</c>: its signature, and its body as the user wrote it.</summary>
internal static class MethodLifter
{
    private const int LineLength = 150;

    /// <param name="name">What the lifted method is called.</param>
    /// <param name="modifiers">Its accessibility and <c>static</c>.</param>
    public static void Write(MethodScope scope, string name, string modifiers, CodeLines lines)
    {
        CheckSignature(scope);
        scope.Session.Warnings.AddFrom(scope.Syntax);
        ExpressionLifter expressions = new(scope);
        string signature = Signature(scope, $"{modifiers} {Result(scope.Method)} {CSharpNames.Escape(name)}");
        bool isObliviousToNull = !scope.Model.GetNullableContext(scope.Syntax.Identifier.SpanStart).WarningsEnabled();

        if (isObliviousToNull)
            lines.Add("#nullable disable warnings");
        if (scope.Syntax.Body is { } body)
            WriteBlock(scope, signature, body, expressions, lines);
        else
            WriteExpression(scope, signature, scope.Syntax.ExpressionBody!.Expression, expressions, lines);
        if (isObliviousToNull)
            lines.Add("#nullable enable warnings");
    }

    /// <summary>A method's name with its parameters: on one line where it fits; otherwise a line for each parameter.</summary>
    public static string Signature(string start, IReadOnlyList<string> parameters)
    {
        string line = $"{start}({string.Join(", ", parameters)})";
        return line.Length <= LineLength ? line : $"{start}(\n    {string.Join(",\n    ", parameters)})";
    }

    private static void WriteBlock(MethodScope scope, string signature, BlockSyntax body, ExpressionLifter expressions, CodeLines lines)
    {
        lines.Add(signature);
        lines.Open();
        WriteEntry(scope, lines);
        new StatementLifter(expressions, scope, lines).LiftContent(body);
        lines.Close();
    }

    private static void WriteExpression(
        MethodScope scope, string signature, ExpressionSyntax body, ExpressionLifter expressions, CodeLines lines)
    {
        string text = expressions.Lift(body).Text;
        if (!HasEntry(scope))
        {
            lines.Add($"{signature} =>");
            lines.Nest(() => lines.Add($"{text};"));
            return;
        }

        lines.Add(signature);
        lines.Open();
        WriteEntry(scope, lines);
        lines.Add(scope.Method.ReturnsVoid || body is ThrowExpressionSyntax ? $"{text};" : $"return {text};");
        lines.Close();
    }

    private static bool HasEntry(MethodScope scope) =>
        scope.Copies.Count > 0 || scope.Constants.Count > 0 || scope.Method.Parameters.Any(Detachment.IsDetachedOnEntry);

    private static void WriteEntry(MethodScope scope, CodeLines lines)
    {
        foreach (string check in Detachment.Checks(scope))
            lines.Add(check);
        foreach (IParameterSymbol parameter in scope.Method.Parameters)
        {
            string name = CSharpNames.Escape(parameter.Name);
            if (scope.Constants.ContainsKey(parameter))
                lines.Add($"{Detachment.Of(scope, parameter)} // [NoGrad]: the initial content is constant");
            else if (scope.Copies.TryGetValue(parameter, out string? copy))
            {
                string type = scope.IsLifted(parameter) ? LiftedTypes.LiftedName(parameter.Type) : LiftedTypes.Name(parameter.Type);
                string value = scope.IsRoot ? name + ".Data" : name;
                lines.Add($"{type} {copy} = {value}; // [NoGrad]: the initial content is constant");
            }
            else if (Detachment.IsDetachedOnEntry(parameter))
                lines.Add($"{name} = {name}.Data; // [NoGrad]: the initial content is constant");
        }
    }

    private static string Result(IMethodSymbol method) => method.ReturnsVoid ? "void" : LiftedTypes.LiftedName(method.ReturnType);

    private static string Signature(MethodScope scope, string start)
    {
        string[] parameters = scope.Method.Parameters.Select(p => Parameter(scope, p)).ToArray();
        // `this` marks the user's own method; a helper's copy is called as what it is.
        if (scope.IsRoot && scope.Method.IsExtensionMethod)
            parameters[0] = "this " + parameters[0];
        return Signature(start, parameters);
    }

    private static string Parameter(MethodScope scope, IParameterSymbol parameter)
    {
        bool isValue = LiftedTypes.IsLifted(parameter) || (scope.IsRoot && LiftedTypes.IsActive(parameter.Type));
        string type = isValue ? LiftedTypes.LiftedName(parameter.Type) : LiftedTypes.Name(parameter.Type);
        return $"{(IsScoped(parameter) ? "scoped " : "")}{Mode(parameter)}{type} {CSharpNames.Escape(parameter.Name)}";
    }

    // It says what the body may do with a span; without it the copy would not compile.
    private static bool IsScoped(IParameterSymbol parameter) => parameter.DeclaringSyntaxReferences
        .Any(r => r.GetSyntax() is ParameterSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.ScopedKeyword));

    // 'ref readonly' has no name in the oldest compiler supported: it is told by its syntax.
    private static string Mode(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "ref readonly ",
    };

    private static void CheckSignature(MethodScope scope)
    {
        foreach (IParameterSymbol parameter in scope.Method.Parameters)
        {
            if (!LiftedTypes.IsDouble(parameter.Type) && !LiftedTypes.IsActiveBuffer(parameter.Type) && !LiftedTypes.IsInert(parameter.Type))
                Refuse(parameter, $"the parameter '{parameter.Name}' has the type '{parameter.Type.ToDisplayString()}'");
            else if (scope.IsRoot && IsActiveFloat(parameter))
                Refuse(parameter, $"the parameter '{parameter.Name}' is a float, which the tape does not have");
            else if (parameter.GetAttributes().Any(a => a.AttributeClass?.Name == "UnscopedRefAttribute"))
                Refuse(parameter, $"the parameter '{parameter.Name}' is [UnscopedRef]");
            else if (!Detachment.Applies(scope, parameter))
                Refuse(parameter, $"the parameter '{parameter.Name}' has the type '{parameter.Type.ToDisplayString()}', whose elements cannot be told from what is [NoGrad]");
            else if (!scope.Session.IsAccessible(parameter.Type))
                Refuse(parameter, $"the type '{parameter.Type.ToDisplayString()}' is not accessible from the generated code");
        }

        ITypeSymbol result = scope.Method.ReturnType;
        if (!scope.Method.ReturnsVoid && !LiftedTypes.IsSupported(result))
            scope.Session.Refuse(scope.Syntax.ReturnType, $"the result of '{scope.Method.Name}' has the type '{result.ToDisplayString()}'");

        void Refuse(IParameterSymbol parameter, string reason) =>
            scope.Session.Refuse(LocationInfo.Of(parameter.Locations.FirstOrDefault() ?? scope.Syntax.GetLocation()), reason);
    }

    // In a helper a float is what its caller computed from constants: a caller cannot convert a Value to it.
    private static bool IsActiveFloat(IParameterSymbol parameter) =>
        LiftedTypes.HoldsFloat(parameter.Type) && !LiftedTypes.IsNoGrad(parameter);
}
