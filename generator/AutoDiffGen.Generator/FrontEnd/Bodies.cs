using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.FrontEnd.Statements;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>A method's IR, or what keeps it from having one. Without either, the source does not compile.</summary>
/// <param name="Storage">What the body does with the arrays and spans it is given; null where there is no body.</param>
internal sealed record LoweredBody(Function? Body, EquatableArray<DiagnosticInfo> Problems, StorageSummary? Storage = null);

/// <summary>
/// Lowers a method's body, block or expression, to a <see cref="Function"/>:
/// <c>static double F(double x) =&gt; x * G(x)</c> → <c>F(x) { t0 = G(x); return x * t0; }</c>.
/// </summary>
internal static class Bodies
{
    // Ten times what anyone writes.
    private const int Deep = 200;

    /// <summary>Whether the method has a body in this compilation.</summary>
    public static bool Has(IMethodSymbol method, CancellationToken cancellation) => Declaration(method, cancellation) is not null;

    public static MethodDeclarationSyntax? Declaration(IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellation)).OfType<MethodDeclarationSyntax>()
            .FirstOrDefault(d => d.Body is not null || d.ExpressionBody is not null);

    /// <summary>Whether it is C# at all. What the parser makes of what is not may look as if it were.</summary>
    public static bool Parses(SyntaxNode declaration) =>
        !declaration.ContainsDiagnostics || declaration.GetDiagnostics().All(d => d.Severity != DiagnosticSeverity.Error);

    public static LoweredBody Lower(CallGraph calls, IMethodSymbol method, string? helper, string chain)
    {
        MethodDeclarationSyntax declaration = Declaration(method, calls.Cancellation)!;
        if (!Parses(declaration))
            return new LoweredBody(null, []);
        if (IsDeep(declaration))
            AmpleStack.Require();
        SemanticModel model = calls.Compilation.GetSemanticModel(declaration.SyntaxTree);
        List<Parameter> parameters = method.Parameters.Select(Parameter).ToList();
        var scope = new BodyScope(calls, method, helper, chain, parameters, BodyNames.Of(declaration));

        List<Stmt> body = scope.Collect(() => Root(scope, model.GetOperation(declaration, calls.Cancellation), declaration));
        if (scope.Problems.Count > 0)
            return new LoweredBody(null, scope.Problems.Distinct().ToEquatableArray());
        if (scope.Invalid)
            return new LoweredBody(null, []);
        var function = new Function(method.Name, parameters.ToEquatableArray(), Types.Of(method.ReturnType)!, body.ToEquatableArray());
        StorageSummary storage = StorageFlow.Of(function, scope);
        return scope.Problems.Count > 0
            ? new LoweredBody(null, scope.Problems.Distinct().ToEquatableArray())
            : new LoweredBody(DefiniteAssignment.Complete(function), [], storage);
    }

    private static bool IsDeep(SyntaxNode declaration)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((declaration, 1));
        while (open.Count > 0)
        {
            (SyntaxNode node, int depth) = open.Pop();
            if (depth > Deep)
                return true;
            foreach (SyntaxNode child in node.ChildNodes())
                open.Push((child, depth + 1));
        }

        return false;
    }

    private static void Root(BodyScope scope, IOperation? operation, MethodDeclarationSyntax declaration)
    {
        if (operation is not IMethodBodyOperation method)
            scope.Statement(declaration, () => throw new RefusalException(null));
        else if (method.BlockBody is { } block)
            Blocks.Lower(scope, block.Operations);
        else if (method.ExpressionBody is { } expression)
            scope.Statement(declaration.ExpressionBody!.Expression, () => Blocks.LowerInPlace(scope, expression.Operations));
    }

    private static Parameter Parameter(IParameterSymbol symbol)
    {
        IrType type = Types.OfVariable(symbol.Type)!;
        bool active = type.Content() is RealType && !Attributes.Has(symbol, "AutoDiffGen.NoGradAttribute");
        return new Parameter(new Var(symbol.Name, type, VarRole.Parameter), FunctionRefs.Mode(symbol)!.Value, active);
    }
}
