using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>What the lowering of arrays and spans shares: a variable to name their elements by, counting loops, where they come from.</summary>
internal static class Storages
{
    /// <summary>A place to name the elements by: the variable itself, or one that the value is given.</summary>
    public static Place Place(BodyScope scope, Expr storage) => storage is Read read ? read.Place : ((Read)scope.Capture(storage)).Place;

    /// <summary>As <see cref="Place"/>, that still names the same elements after any statement.</summary>
    public static Place Captured(BodyScope scope, Expr storage) => storage switch
    {
        Read { Place: LocalPlace local } when !scope.IsReassigned(local.Var) => local,
        Read { Place: StaticPlace field } => field,
        _ => ((Read)scope.Capture(storage)).Place,
    };

    public static Expr LengthOf(Place storage, int? dimension = null) => new Length(new Read(storage), dimension);

    public static ElementPlace Element(Place storage, params Expr[] indices) => new(storage, indices.ToEquatableArray(), storage.Type.Element());

    /// <summary>Brings storage into being.</summary>
    public static LocalPlace Allocate(BodyScope scope, Var variable, params Expr[] lengths)
    {
        scope.Emit(new Allocate(variable, lengths.ToEquatableArray()));
        return new LocalPlace(variable);
    }

    /// <summary>Counts up from 0: <c>i = 0; loop0: { loop { if !(i &lt; end) { exit loop0 } …; i = i + 1 } }</c>.</summary>
    public static void Count(BodyScope scope, Expr end, Action<Expr> body)
    {
        Var index = scope.NewIndex();
        string label = scope.NewLabel("loop");
        scope.Emit(new Declare(index, Elements.Zero));
        scope.Emit(new Labelled(label, [Round(scope, label, new Binary(BinaryOp.Less, index.Read, end, IrType.Bool), () =>
        {
            body(index.Read);
            Step(scope, index, BinaryOp.Add);
        })]));
    }

    /// <summary>Counts down to 0 from the last number before the end.</summary>
    public static void CountDown(BodyScope scope, Expr end, Action<Expr> body)
    {
        Var index = scope.NewIndex();
        string label = scope.NewLabel("loop");
        scope.Emit(new Declare(index, new Binary(BinaryOp.Subtract, end, Constants.Int(1), IrType.Int32)));
        scope.Emit(new Labelled(label, [Round(scope, label, new Binary(BinaryOp.GreaterOrEqual, index.Read, Elements.Zero, IrType.Bool), () =>
        {
            body(index.Read);
            Step(scope, index, BinaryOp.Subtract);
        })]));
    }

    public static void Step(BodyScope scope, Var index, BinaryOp op) =>
        scope.Emit(new Assign(new LocalPlace(index), new Binary(op, index.Read, Constants.Int(1), IrType.Int32)));

    /// <summary>A loop that is left where the condition does not hold before a round.</summary>
    public static Loop Round(BodyScope scope, string label, Expr condition, Action body) => new(scope.Collect(() =>
    {
        scope.Emit(new If(Conditions.Not(condition), [new Exit(label, scope.Origin)], []));
        body();
    }).ToEquatableArray(), scope.Origin);

    /// <summary>Notes that elements reached through the place are written; refuses those of static arrays.</summary>
    public static void NoteStore(BodyScope scope, Place place, SyntaxNode at)
    {
        Place root = place;
        while (root is ElementPlace element)
            root = element.Array;
        if (root is StaticPlace field)
            throw RefuseStore(scope, field.Text, at);
        if (root is LocalPlace local)
            scope.StorageUses.Add(new StorageUse(at, local.Var, null, IsRow: place.Type.IsStorage() && place is ElementPlace));
    }

    public static RefusalException RefuseStore(BodyScope scope, string field, SyntaxNode at) =>
        scope.RefuseConstruct(at, $"A store into the static array '{field.Replace("global::", "")}'");

    /// <summary>The storage that a value is part of, and where that part starts; null where either is not known.</summary>
    /// <remarks>The start reads only what keeps its value, so that it can be repeated.</remarks>
    public static (Place Root, Expr? Start)? Origin(BodyScope scope, Expr storage)
    {
        switch (storage)
        {
            case Read { Place: StaticPlace field }:
                return (field, Elements.Zero);
            case Read { Place: LocalPlace local }:
                if (scope.TryGetStorage(local.Var, out Expr? value))
                    return value is null ? (local, Elements.Zero) : Origin(scope, value);
                // What a call returned, or a pattern named, may be an array that has another name too.
                return !scope.IsReassigned(local.Var) && scope.Parameters.Any(p => p.Var == local.Var) ? (local, Elements.Zero) : null;
            case Ir.Convert convert:
                return Origin(scope, convert.Operand);
            case View view:
                if (Origin(scope, view.Array) is not { } whole)
                    return null;
                bool isKnown = whole.Start is not null && view.Start.Tree().OfType<Read>()
                    .All(r => r.Place is LocalPlace v && !scope.IsReassigned(v.Var));
                return (whole.Root, isKnown ? Elements.Add(whole.Start!, view.Start) : null);
            default:
                return null;
        }
    }

    /// <summary>Whether the two are storage of their own: two that came into being here, or active arguments of the differentiated method.</summary>
    public static bool AreSeparate(BodyScope scope, Place first, Place second)
    {
        if (first.Equals(second))
            return false;
        if (IsFresh(scope, first) || IsFresh(scope, second))
            return true;
        return scope.Helper is null && IsActive(scope, first) && IsActive(scope, second);
    }

    private static bool IsFresh(BodyScope scope, Place place) =>
        place is LocalPlace local && scope.TryGetStorage(local.Var, out Expr? value) && value is null;

    private static bool IsActive(BodyScope scope, Place place) =>
        place is LocalPlace local && scope.Parameters.Any(p => p.Active && p.Var == local.Var);
}
