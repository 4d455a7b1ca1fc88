using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// Gives every array that carries derivatives a shadow, where its adjoints are accumulated: what makes one reference of another makes
/// its shadow of the other's, so that views and choices of arrays find the right adjoints.
/// </summary>
/// <example><code>
/// v = a.Slice(1, n);        →        v = a.Slice(1, n);  dv = da.Slice(1, n);
/// </code></example>
internal sealed class Shadows : Rewriter
{
    private static readonly Origin Made = new(null, Sweep.Reverse);

    private readonly Dictionary<Var, Var> _shadows = [];
    private readonly Activity _activity;
    private readonly Names _names;

    private Shadows(Activity activity, Names names) => (_activity, _names) = (activity, names);

    /// <param name="given">The derivative parameters of arrays.</param>
    /// <returns>The body with its shadows, and the shadow of each array.</returns>
    public static (EquatableArray<Stmt> Body, IReadOnlyDictionary<Var, Var> Of) Run(
        Function function, EquatableArray<Stmt> body, IEnumerable<KeyValuePair<Var, Var>> given, Activity activity, Names names)
    {
        var pass = new Shadows(activity, names);
        foreach (KeyValuePair<Var, Var> pair in given)
            pass._shadows.Add(pair.Key, pair.Value);

        // References to what is created may come before, handed on from an earlier round.
        foreach (Allocate created in body.All().OfType<Allocate>().Where(a => pass.IsShadowed(a.Var)))
            pass.Make(created.Var, created.Var.Type);

        // An array without a derivative parameter may still be given active values, or stand for one that has.
        var own = new List<Stmt>();
        foreach (Parameter parameter in function.Parameters.Where(p => pass.IsShadowed(p.Var) && !pass._shadows.ContainsKey(p.Var)))
            own.Add(new Allocate(pass.Make(parameter.Var, SpanOf(parameter.Var)), [new Length(parameter.Var.Read)], Made));
        EquatableArray<Stmt> shadowed = pass.Block(body);
        return ([.. own, .. shadowed], pass._shadows);
    }

    public override IEnumerable<Stmt> Visit(Stmt stmt)
    {
        switch (stmt)
        {
            case Let let when IsShadowed(let.Var):
                Expr shadow = Of(let.Value);
                return [let, new Let(Make(let.Var, shadow.Type), shadow, Made)];
            case Allocate allocate when IsShadowed(allocate.Var):
                Var? handle = allocate.Handle is null ? null : allocate.Handle with { Name = _names.Fresh(allocate.Handle.Name) };
                return [allocate, new Allocate(_shadows[allocate.Var], allocate.Lengths, Made, handle)];
            case Declare or Assign when stmt.Writes().FirstOrDefault() is { } variable && IsShadowed(variable):
                throw new UnsupportedException($"The variable '{variable.Name}', which a branch makes refer to elements of its own,");
            default:
                return base.Visit(stmt);
        }
    }

    private bool IsShadowed(Var variable) => variable.Type.IsStorage() && variable.Type.Content() is RealType && _activity.Varies(variable);

    private Var Make(Var variable, IrType type) =>
        _shadows[variable] = new Var(_names.Next(Derived.Name("d", variable.Name)), type, VarRole.Derivative);

    private static IrType SpanOf(Var variable) => variable.Type is ArrayType { Rank: > 1 } ? variable.Type : new SpanType(variable.Type.Element(), IsReadOnly: false);

    /// <summary>The same reference, made of shadows.</summary>
    private Expr Of(Expr expr)
    {
        switch (expr)
        {
            case Read { Place: LocalPlace local }:
                return Shadow(local.Var).Read;
            case Read { Place: ElementPlace { Array: LocalPlace array } row }:
                Var rows = Shadow(array.Var);
                return new Read(row with { Array = new LocalPlace(rows), Type = rows.Type.Element() });
            case View view:
                return new View(Of(view.Array), view.Start, view.Count, new SpanType(view.Type.Element(), IsReadOnly: false));
            case Taken taken:
                // Right after an array its shadow is taken.
                return taken with { Handle = new Binary(BinaryOp.Add, taken.Handle, ReferenceNumbers.Int(1), IrType.Int32), Arrays = taken.Arrays.Select(Shadow).ToEquatableArray() };
            case Ir.Convert convert:
                Expr source = Of(convert.Operand);
                return source.Type is SpanType ? source : new Ir.Convert(source, new SpanType(source.Type.Element(), IsReadOnly: false));
            case Conditional choice:
                (Expr whenTrue, Expr whenFalse) = (Of(choice.WhenTrue), Of(choice.WhenFalse));
                return new Conditional(choice.Condition, AsSpan(whenTrue, whenFalse), AsSpan(whenFalse, whenTrue));
            default:
                throw new UnsupportedException("Such a reference to elements");
        }
    }

    private static Expr AsSpan(Expr shadow, Expr other) =>
        shadow.Type == other.Type || shadow.Type is SpanType ? shadow : new Ir.Convert(shadow, new SpanType(shadow.Type.Element(), IsReadOnly: false));

    private Var Shadow(Var variable) =>
        _shadows.TryGetValue(variable, out Var? shadow) ? shadow : throw new UnsupportedException($"The reference '{variable.Name}'");
}
