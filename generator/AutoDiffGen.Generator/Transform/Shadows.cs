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
    private readonly Dictionary<StaticPlace, Var> _constant = [];
    private readonly List<Stmt> _own = [];
    private Origin? _at;

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
        foreach (Parameter parameter in function.Parameters.Where(p => pass.IsShadowed(p.Var) && !pass._shadows.ContainsKey(p.Var)))
            pass._own.Add(pass.Own(parameter.Var));
        EquatableArray<Stmt> shadowed = pass.Block(body);
        return ([.. pass._own, .. shadowed], pass._shadows);
    }

    public override IEnumerable<Stmt> Visit(Stmt stmt)
    {
        _at = stmt.Origin ?? _at;
        switch (stmt)
        {
            case Let let when IsShadowed(let.Var):
                Expr shadow = Of(let.Value);
                return [let, new Let(Make(let.Var, shadow.Type), shadow, Made)];
            case Allocate allocate when IsShadowed(allocate.Var):
                Var? handle = allocate.Handle is null ? null : allocate.Handle with { Name = _names.Fresh(allocate.Handle.Name) };
                return [allocate, new Allocate(_shadows[allocate.Var], allocate.Lengths, Made, handle)];
            case Declare or Assign when stmt.Writes().FirstOrDefault() is { } variable && IsShadowed(variable):
                throw new UnsupportedException(variable, "which a branch makes refer to elements of its own", stmt.Origin);
            default:
                return base.Visit(stmt);
        }
    }

    private bool IsShadowed(Var variable) => variable.Type.IsStorage() && variable.Type.Content() is RealType && _activity.Varies(variable);

    private Var Make(Var variable, IrType type) =>
        _shadows[variable] = new Var(_names.Next(Derived.Name("d", variable.Name)), type, VarRole.Derivative);

    /// <summary>A shadow in the derivative's own memory: of an array of arrays, for all rows together.</summary>
    private Allocate Own(Var array) => array.Type is ArrayType { Rank: > 1 }
        ? new Allocate(Make(array, new GridType(array.Type.Element())), [new Length(array.Read, 0, OrNone: true), new Length(array.Read, 1, OrNone: true)], Made)
        : new Allocate(Make(array, new SpanType(array.Type.Content(), IsReadOnly: false)), [Buffers.Count(array, [])], Made);

    /// <summary>The same reference, made of shadows.</summary>
    private Expr Of(Expr expr)
    {
        switch (expr)
        {
            case Read { Place: LocalPlace local }:
                return Shadow(local.Var).Read;
            case Read { Place: StaticPlace { Type: ArrayType { Rank: 1, Element: RealType } } field }:
                return Constant(field).Read;
            case Read { Place: ElementPlace { Array: LocalPlace array } row }:
                Var rows = Shadow(array.Var);
                if (rows.Type is SpanType { Element: RealType })
                    return new View(rows.Read, Buffers.Start(array.Var, row.Indices[0]), new Length(expr), rows.Type);
                return new Read(row with { Array = new LocalPlace(rows), Type = rows.Type.Element() });
            case View view:
                return new View(Of(view.Array), view.Start, view.Count, new SpanType(view.Type.Element(), IsReadOnly: false));
            case Taken taken:
                // Right after an array its shadow is taken.
                return taken with { Handle = new Binary(BinaryOp.Add, taken.Handle, Integers.Constant(1), IrType.Int32), Arrays = taken.Arrays.Select(Shadow).ToEquatableArray() };
            case Ir.Convert convert:
                Expr source = Of(convert.Operand);
                return source.Type is SpanType ? source : new Ir.Convert(source, new SpanType(source.Type.Element(), IsReadOnly: false));
            case Conditional choice:
                (Expr whenTrue, Expr whenFalse) = (Of(choice.WhenTrue), Of(choice.WhenFalse));
                return new Conditional(choice.Condition, AsSpan(whenTrue, whenFalse), AsSpan(whenFalse, whenTrue));
            default:
                throw new UnsupportedException("Such a reference to elements", _at);
        }
    }

    /// <summary>What a static array that a variable may refer to is given is for nobody.</summary>
    private Var Constant(StaticPlace field)
    {
        if (!_constant.TryGetValue(field, out Var? shadow))
        {
            shadow = _constant[field] = new Var(_names.Next("dConstant"), new SpanType(field.Type.Element(), IsReadOnly: false), VarRole.Derivative);
            _own.Add(new Allocate(shadow, [new Length(new Read(field))], Made));
        }

        return shadow;
    }

    private static Expr AsSpan(Expr shadow, Expr other) =>
        shadow.Type == other.Type || shadow.Type is SpanType ? shadow : new Ir.Convert(shadow, new SpanType(shadow.Type.Element(), IsReadOnly: false));

    private Var Shadow(Var variable) =>
        _shadows.TryGetValue(variable, out Var? shadow) ? shadow : throw new UnsupportedException(variable, "which refers to elements without an adjoint", _at);
}
