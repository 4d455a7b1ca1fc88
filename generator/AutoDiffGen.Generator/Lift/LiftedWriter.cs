using AutoDiffGen.Generator.BackEnd;
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
    public static LiftResult Write(IMethodSymbol method, Compilation compilation, CancellationToken ct)
    {
        LiftSession session = new(method, compilation, ct);
        CodeLines lines = new();
        if (MethodScope.TryOpen(session, method, out string reason) is not { } scope)
        {
            session.Refuse(LocationInfo.Of(method.Locations[0]), reason);
            return new LiftResult(null, session.Problems);
        }

        if (!method.ReturnsVoid && !LiftedTypes.IsDouble(method.ReturnType) && !LiftedTypes.IsActiveBuffer(method.ReturnType) && !IsTold(method))
            session.Refuse(scope.Syntax.ReturnType, $"its result has the type '{method.ReturnType.ToDisplayString()}'");

        lines.Add($"/// <summary><see cref=\"{Cref(method)}\"/> over the runtime tape.</summary>");
        lines.Add(GeneratedCode.Attribute);
        MethodLifter.Write(scope, session.Helpers.RootName, $"{SyntaxFacts.GetText(method.DeclaredAccessibility)} static", lines);
        WriteHelpers(session, lines);
        return session.Problems.IsEmpty ? new LiftResult(session.Warnings.Around(lines.ToString()), []) : new LiftResult(null, session.Problems);
    }

    // A result without a derivative, beside what the method writes: 'bool TrySolve(double x, out double root)'.
    private static bool IsTold(IMethodSymbol method) =>
        LiftedTypes.IsInert(method.ReturnType) && !LiftedTypes.HoldsFloat(method.ReturnType)
        && method.Parameters.Any(p => LiftedTypes.IsLifted(p)
            && (p.RefKind is RefKind.Ref or RefKind.Out || (LiftedTypes.IsActiveBuffer(p.Type) && !LiftedTypes.IsReadOnlySpan(p.Type))));

    private static void WriteHelpers(LiftSession session, CodeLines lines)
    {
        List<string> helpers = [];
        while (session.Helpers.TryTake(out IMethodSymbol? helper))
        {
            session.Cancellation.ThrowIfCancellationRequested();
            CodeLines copy = new();
            WriteHelper(session, helper!, copy);
            helpers.Add(copy.ToString());
        }

        if (session.Helpers.Clamp is { } clamp)
            helpers.Add($"internal static T {clamp}<T>(T value, T min, T max) where T : global::System.Numerics.INumber<T> =>\n    T.Clamp(value, min, max);\n");
        if (helpers.Count == 0)
            return;

        lines.Add("");
        lines.Add($"/// <summary>What <see cref=\"{Cref(session.Root)}\"/> calls, over the runtime tape.</summary>");
        lines.Add(GeneratedCode.Attribute);
        lines.Add($"private static class {session.Helpers.ClassName}");
        lines.Open();
        lines.Add(string.Join("\n", helpers).TrimEnd('\n'));
        lines.Close();
    }

    private static void WriteHelper(LiftSession session, IMethodSymbol helper, CodeLines lines)
    {
        string name = session.Helpers.NameOf(helper);
        if (session.Rules.For(helper).Count > 0)
        {
            RuledLifter.Write(session, helper, name, lines);
            return;
        }

        MethodScope scope = MethodScope.TryOpen(session, helper, out string reason)
            ?? throw new InvalidOperationException($"A helper was accepted that cannot be lifted: {reason}.");
        MethodLifter.Write(scope, name, "internal static", lines);
    }

    // Documentation writes the arguments of a generic type in braces.
    private static string Cref(IMethodSymbol method) =>
        $"{CSharpNames.Escape(method.Name)}({string.Join(", ", method.Parameters.Select(p => Mode(p) + p.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))})"
            .Replace('<', '{').Replace('>', '}');

    private static string Mode(IParameterSymbol parameter) => parameter.RefKind switch
    {
        RefKind.None => "",
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        _ => "in ",
    };
}
