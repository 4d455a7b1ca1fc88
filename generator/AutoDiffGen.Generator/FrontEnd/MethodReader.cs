using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.FrontEnd.Declaration;
using AutoDiffGen.Generator.Lift;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>A method's model, or what keeps it from having one. Without either, the source does not compile.</summary>
internal sealed record ReadResult(MethodModel? Model, EquatableArray<DiagnosticInfo> Problems);

/// <summary>From a <c>[Differentiable]</c> method to its model: the declaration is checked, the body and all it calls are lowered.</summary>
internal static class MethodReader
{
    public static ReadResult Read(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        if (Attributes.Find(method, Attributes.Differentiable) is not { } attribute)
            throw new ArgumentException($"{method} is not attributed.", nameof(method));
        if (!Parses(method, cancellation))
            return new ReadResult(null, []);
        if (MethodKinds.Check(method, cancellation) is { } unsupported)
            return new ReadResult(null, [unsupported]);
        method = method.PartialImplementationPart ?? method;

        var problems = new List<DiagnosticInfo>(MethodKinds.NotPartial(method, cancellation));
        problems.AddRange(Emission.Check(method, attribute, cancellation));
        DiagnosticInfo[] types = Signatures.Types(method, cancellation).ToArray();
        if (types.Length > 0)
            return new ReadResult(null, problems.Concat(types).ToEquatableArray());

        DerivativeSet asked = Emission.Asked(attribute);
        DerivativeSet emit = Emission.Generated(asked);
        problems.AddRange(Collisions.Check(method, emit));
        try
        {
            return AmpleStack.Run(() => Checkpoint.Run(() => Lowered(method, asked, emit, problems.ToArray(), compilation, cancellation), cancellation));
        }
        catch (InsufficientExecutionStackException)
        {
            problems.Add(new DiagnosticInfo("ADG027", MethodKinds.At(method), [method.Name, "its code is nested too deeply"]));
            return new ReadResult(null, problems.ToEquatableArray());
        }
    }

    // The method itself, and the names of all that is around it.
    private static bool Parses(IMethodSymbol method, CancellationToken cancellation)
    {
        for (ISymbol? symbol = method.ContainingType; symbol is not (null or INamespaceSymbol { IsGlobalNamespace: true }); symbol = symbol.ContainingSymbol)
        {
            // An `extension` block has no name, and is refused below.
            if (symbol.Name.Length == 0 && symbol is not INamedTypeSymbol { TypeKind: not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) })
                return false;
        }

        return method.DeclaringSyntaxReferences.All(r => Bodies.Parses(r.GetSyntax(cancellation)));
    }

    private static ReadResult Lowered(
        IMethodSymbol method, DerivativeSet asked, DerivativeSet emit, DiagnosticInfo[] declaration, Compilation compilation,
        CancellationToken cancellation)
    {
        var problems = new List<DiagnosticInfo>(declaration);
        var calls = new CallGraph(compilation, method.ContainingType, cancellation);
        LoweredBody lowered = calls.Root(method);
        if (Signatures.Activity(method, lowered.Storage?.Written) is { } inactive)
            problems.Add(inactive);
        problems.AddRange(lowered.Problems);
        if (problems.Count > 0 || lowered.Body is null || calls.Invalid)
            return new ReadResult(null, problems.ToEquatableArray());

        var model = new MethodModel(
            HintNames.Of(method, compilation), Scopes.Of(method.ContainingType), SyntaxFacts.GetText(method.DeclaredAccessibility),
            Scopes.Cref(method), MethodKinds.At(method), emit & ~DerivativeSet.Lifted, lowered.Body, calls.Helpers.ToEquatableArray(),
            calls.Sites.ToEquatableArray(), Lifted: null, compilation.Options is CSharpCompilationOptions { CheckOverflow: true },
            method.IsExtensionMethod)
        {
            Statements = calls.Statements.ToEquatableArray(),
            Openings = calls.Openings.ToEquatableArray(),
            Nullable = method.Parameters.Where(p => p.Type is IArrayTypeSymbol { NullableAnnotation: NullableAnnotation.Annotated }).Select(p => p.Name).ToEquatableArray(),
        };
        return (emit & DerivativeSet.Lifted) == 0 ? new ReadResult(model, []) : Lifted(model, method, asked, compilation, cancellation);
    }

    // Of `All`, what applies: a method that cannot be lifted has its other derivatives.
    private static ReadResult Lifted(
        MethodModel model, IMethodSymbol method, DerivativeSet asked, Compilation compilation, CancellationToken cancellation)
    {
        LiftResult lifted = LiftedWriter.Write(method, compilation, cancellation);
        if (lifted.Text is not null)
            return new ReadResult(model with { Emit = model.Emit | DerivativeSet.Lifted, Lifted = lifted.Text }, []);
        return asked == DerivativeSet.All ? new ReadResult(model, []) : new ReadResult(null, lifted.Problems);
    }
}
