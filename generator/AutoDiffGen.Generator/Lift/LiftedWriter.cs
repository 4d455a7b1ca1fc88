using AutoDiffGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.Lift;

/// <summary>
/// Writes <c>Foo_Lifted</c>: the original body over the runtime tape. It is made from the syntax alone, not from the IR, so that it shares no
/// mistake with the derivatives it is a witness for.
/// </summary>
internal static class LiftedWriter
{
    private const string Generated = "[global::System.CodeDom.Compiler.GeneratedCode(\"AutoDiffGen\", \"1.0.0\")]";

    public static LiftResult Write(IMethodSymbol method, Compilation compilation, CancellationToken ct)
    {
        LiftSession session = new(method, compilation, ct);
        CodeLines lines = new();
        if (MethodScope.TryOpen(session, method, out string reason) is not { } scope)
        {
            session.Refuse(LocationInfo.Of(method.Locations[0]), reason);
            return new LiftResult(null, session.Problems);
        }

        if (!method.ReturnsVoid && !LiftedTypes.IsDouble(method.ReturnType))
            session.Refuse(scope.Syntax.ReturnType, $"its result has the type '{method.ReturnType.ToDisplayString()}'");

        lines.Add($"/// <summary><see cref=\"{Cref(method)}\"/> over the runtime tape.</summary>");
        lines.Add(Generated);
        MethodLifter.Write(scope, session.Helpers.RootName, $"{SyntaxFacts.GetText(method.DeclaredAccessibility)} static", lines);
        WriteHelpers(session, lines);
        return session.Problems.IsEmpty ? new LiftResult(lines.ToString(), []) : new LiftResult(null, session.Problems);
    }

    private static void WriteHelpers(LiftSession session, CodeLines lines)
    {
        bool any = false;
        while (session.Helpers.TryTake(out IMethodSymbol? helper))
        {
            session.Cancellation.ThrowIfCancellationRequested();
            lines.Add("");
            if (!any)
            {
                lines.Add($"/// <summary>What <see cref=\"{Cref(session.Root)}\"/> calls, over the runtime tape.</summary>");
                lines.Add(Generated);
                lines.Add($"private static class {session.Helpers.ClassName}");
                lines.Open();
                any = true;
            }

            if (MethodScope.TryOpen(session, helper!, out string reason) is { } scope)
                MethodLifter.Write(scope, session.Helpers.NameOf(helper!), "internal static", lines);
            else
                throw new InvalidOperationException($"A helper was accepted that cannot be lifted: {reason}.");
        }

        if (any)
            lines.Close();
    }

    private static string Cref(IMethodSymbol method) =>
        $"{CSharpNames.Escape(method.Name)}({string.Join(", ", method.Parameters.Select(p => Mode(p) + p.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))})";

    private static string Mode(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        _ => "in ",
    };
}
