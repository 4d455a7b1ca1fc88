using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>Makes constants of what a called method reads from its <c>[NoGrad]</c> arrays, whatever the caller passes.</summary>
/// <example><code>
/// static double G([NoGrad] double[] a, double x) { return a[0] * x; }        →        return StopGradient(a[0]) * x;
/// </code></example>
internal sealed class ConstantArrays : Rewriter
{
    private readonly Storages _storages;
    private readonly HashSet<Var> _constant;

    private ConstantArrays(Storages storages, HashSet<Var> constant) => (_storages, _constant) = (storages, constant);

    /// <param name="method">A method that is going to be inlined, and its calls with it.</param>
    public static Function Run(Function method) => Run(method, isInlined: false, at: null);

    /// <param name="method">A method that calls itself, with no calls left of any that do not: their arguments tell what they may store.</param>
    /// <param name="at">A call of it.</param>
    public static Function RunInlined(Function method, Origin? at) => Run(method, isInlined: true, at);

    private static Function Run(Function method, bool isInlined, Origin? at)
    {
        Storages storages = Storages.Of(method);
        Parameter[] constant = method.Parameters.Where(p => !p.Active && p.Var.Type.IsStorage() && p.Var.Type.Content() is RealType).ToArray();
        if (constant.Length == 0)
            return method;
        foreach (Parameter parameter in constant)
        {
            // What is stored may be active, and what was there before is not: the caller could not tell one from the other.
            if (storages.IsStored(parameter.Var) || !isInlined && method.Body.All().OfType<Invoke>().Any(i => i.Arguments.Any(a => Passes(a, parameter.Var))))
                throw new UnsupportedException($"The [NoGrad] parameter '{parameter.Var.Name}' of '{method.Name}', whose elements may be written,", at);
        }

        var pass = new ConstantArrays(storages, new HashSet<Var>(constant.Select(p => storages.Of(p.Var))));
        return method with { Body = pass.Block(method.Body) };

        bool Passes(Argument argument, Var array) => argument.Value is { } value && value.Type.IsStorage() && value.Type is not SpanType { IsReadOnly: true }
            && value.Reads().Any(v => storages.Of(v) == storages.Of(array));
    }

    public override Expr Visit(Expr expr) =>
        expr is Read { Place: ElementPlace element, Type: RealType } && _storages.Of(element) is { } storage && _constant.Contains(storage)
            ? new StopGradient(base.Visit(expr))
            : base.Visit(expr);
}
