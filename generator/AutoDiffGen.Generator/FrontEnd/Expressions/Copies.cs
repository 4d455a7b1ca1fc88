using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// What fills and copies whole arrays and spans, as loops over their elements: <c>s.Fill(x)</c> →
/// <c>i = 0; loop { if !(i &lt; s.Length) exit; s[i] = x; i = i + 1 }</c>. The framework's checks come first. Where source and target may be
/// the same storage, the order of the copies is such that nothing is overwritten before it is read.
/// </summary>
internal static class Copies
{
    private const string ArgumentException = "global::System.ArgumentException";
    private const string OutOfRange = "global::System.ArgumentOutOfRangeException";

    public static void Fill(BodyScope scope, Place target, Expr value)
    {
        value = scope.Once(value);
        if (target.Type is not ArrayType { Rank: 2 })
        {
            Storages.Count(scope, Storages.LengthOf(target), i => scope.Emit(new Assign(Storages.Element(target, i), value)));
            return;
        }

        Storages.Count(scope, Storages.LengthOf(target, 0), i => Storages.Count(scope, Storages.LengthOf(target, 1), j =>
            scope.Emit(new Assign(Storages.Element(target, i, j), value))));
    }

    /// <summary><c>Array.Fill(a, value, start, count)</c>.</summary>
    public static void FillPart(BodyScope scope, Place target, Expr value, Expr start, Expr count)
    {
        (value, start, count) = (scope.Once(value), scope.Once(start), scope.Once(count));
        Expr length = Storages.LengthOf(target);
        Require(
            scope, All(NotNegative(start), new Binary(BinaryOp.LessOrEqual, start, length, IrType.Bool)), OutOfRange,
            InertConst.String("startIndex"), InertConst.String("Index was out of range. Must be non-negative and less than or equal to the size of the collection."));
        Require(
            scope, All(NotNegative(count), new Binary(BinaryOp.LessOrEqual, count, Elements.Subtract(length, start), IrType.Bool)), OutOfRange,
            InertConst.String("count"), InertConst.String("Count must be positive and count must refer to a location within the string/array/collection."));
        Storages.Count(scope, count, i => scope.Emit(new Assign(Storages.Element(target, Elements.Add(start, i)), value)));
    }

    /// <summary><c>Array.Clear(a, start, count)</c>.</summary>
    public static void Clear(BodyScope scope, Place target, Expr start, Expr count)
    {
        (start, count) = (scope.Once(start), scope.Once(count));
        Require(scope, IsWithin(start, count, Storages.LengthOf(target)), "global::System.IndexOutOfRangeException");
        Expr zero = Constants.Zero(target.Type.Element());
        Storages.Count(scope, count, i => scope.Emit(new Assign(Storages.Element(target, Elements.Add(start, i)), zero)));
    }

    /// <summary><c>source.CopyTo(target)</c> of spans.</summary>
    public static void CopyTo(BodyScope scope, Expr source, Expr target)
    {
        (Place Root, Expr? Start)? first = Storages.Origin(scope, source), second = Storages.Origin(scope, target);
        (Place from, Place to) = (Storages.Captured(scope, source), Storages.Captured(scope, target));
        Expr count = Storages.LengthOf(from);
        Require(
            scope, new Binary(BinaryOp.LessOrEqual, count, Storages.LengthOf(to), IrType.Bool), ArgumentException,
            InertConst.String("Destination is too short."), InertConst.String("destination"));
        if (first is { } a && second is { } b && Storages.AreSeparate(scope, a.Root, b.Root))
            Upwards(scope, from, Elements.Zero, to, Elements.Zero, count);
        else if (first is { Start: { } start } && second is { Start: { } end } && first.Value.Root.Equals(second.Value.Root))
            InOrder(scope, (from, Elements.Zero), (to, Elements.Zero), count, IsBefore(start, end));
        else
            Through(scope, from, to, count);
    }

    /// <summary><c>Array.Copy</c>. Two arrays are one or have nothing in common, so the starts alone decide the order.</summary>
    /// <param name="isWhole">The overload without starts, which are 0.</param>
    public static void Copy(BodyScope scope, Expr source, Expr start, Expr target, Expr end, Expr count, bool isWhole)
    {
        (Place from, Place to) = (Storages.Captured(scope, source), Storages.Captured(scope, target));
        bool isAll = count.Equals(Storages.LengthOf(from));
        (start, end) = (scope.Once(start), scope.Once(end));
        if (!isAll)
            Guard(scope, NotNegative(count = scope.Once(count)), "ThrowIfNegative", count, InertConst.String("length"));
        if (!isWhole)
        {
            Guard(scope, NotNegative(start), "ThrowIfLessThan", start, Elements.Zero, InertConst.String("sourceIndex"));
            Guard(scope, NotNegative(end), "ThrowIfLessThan", end, Elements.Zero, InertConst.String("destinationIndex"));
        }

        if (!isAll)
            RequireRoom(scope, start, count, from, "Source", "sourceArray");
        RequireRoom(scope, end, count, to, "Destination", "destinationArray");
        bool isSeparate = Storages.Origin(scope, new Read(from)) is { } a && Storages.Origin(scope, new Read(to)) is { } b
            && Storages.AreSeparate(scope, a.Root, b.Root);
        InOrder(scope, (from, start), (to, end), count, isSeparate ? Constants.False : IsBefore(start, end));
    }

    /// <summary>Copies from the first element to the last.</summary>
    public static void Upwards(BodyScope scope, Place source, Expr start, Place target, Expr end, Expr count) =>
        Storages.Count(scope, count, i => Move(scope, source, start, target, end, i));

    /// <summary>Throws what a range of an array throws that is not within it.</summary>
    public static void RequireRange(BodyScope scope, Expr start, Expr end, Expr length) => Require(
        scope, All(NotNegative(start), Ordered(start, end), Ordered(end, length)), OutOfRange, InertConst.String("length"));

    // Whether `count` elements from `start` on are all there.
    private static Expr IsWithin(Expr start, Expr count, Expr length) => All(
        NotNegative(start), NotNegative(count), new Binary(BinaryOp.LessOrEqual, count, Elements.Subtract(length, start), IrType.Bool));

    /// <summary>Throws where the condition does not hold.</summary>
    public static void Require(BodyScope scope, Expr condition, string exception, params Expr[] arguments)
    {
        Expr fails = Conditions.Not(condition);
        if (Conditions.Constant(fails) != false)
            scope.Emit(new If(fails, [new Throw(new Construct(arguments.ToEquatableArray(), new InertType(exception)), scope.Origin)], []));
    }

    private static void InOrder(
        BodyScope scope, (Place Place, Expr Start) source, (Place Place, Expr Start) target, Expr count, Expr isDownwards)
    {
        Action down = () => Storages.CountDown(scope, count, i => Move(scope, source.Place, source.Start, target.Place, target.Start, i));
        Action up = () => Upwards(scope, source.Place, source.Start, target.Place, target.Start, count);
        if (Conditions.Constant(isDownwards) is { } known)
            (known ? down : up)();
        else
            scope.Emit(new If(isDownwards, scope.Collect(down).ToEquatableArray(), scope.Collect(up).ToEquatableArray()));
    }

    // Of two starts, which are not negative.
    private static Expr IsBefore(Expr start, Expr end) => (start, end) switch
    {
        _ when start.Equals(end) => Constants.False,
        (_, InertConst { Text: "0" }) => Constants.False,
        (InertConst a, InertConst b) when int.TryParse(a.Text, out int x) && int.TryParse(b.Text, out int y) => x < y ? Constants.True : Constants.False,
        _ => new Binary(BinaryOp.Less, start, end, IrType.Bool),
    };

    // Spans of which nothing is known may overlap in either way.
    private static void Through(BodyScope scope, Place source, Place target, Expr count)
    {
        LocalPlace copy = Storages.Allocate(scope, scope.NewTemporary(new ArrayType(source.Type.Element(), 1)), count);
        Upwards(scope, source, Elements.Zero, copy, Elements.Zero, count);
        Upwards(scope, copy, Elements.Zero, target, Elements.Zero, count);
    }

    private static void Move(BodyScope scope, Place source, Expr start, Place target, Expr end, Expr index) => scope.Emit(new Assign(
        Storages.Element(target, Elements.Add(end, index)), new Read(Storages.Element(source, Elements.Add(start, index)))));

    // By the framework's own guard, whose message depends on its version.
    private static void Guard(BodyScope scope, Expr isFine, string name, params Expr[] arguments)
    {
        if (Conditions.Constant(isFine) == true)
            return;
        EquatableArray<ParameterRef> parameters = arguments
            .Select((a, i) => new ParameterRef(i == arguments.Length - 1 ? "paramName" : i == 0 ? "value" : "other", a.Type, RefMode.Value)).ToEquatableArray();
        scope.Emit(new Effect(new Call(new FunctionRef(FunctionFamily.Other, OutOfRange, name, parameters, IrType.Void), arguments.ToEquatableArray())));
    }

    private static void RequireRoom(BodyScope scope, Expr start, Expr count, Place array, string words, string parameter) => Require(
        scope, new Binary(BinaryOp.LessOrEqual, count, Elements.Subtract(Storages.LengthOf(array), start), IrType.Bool), ArgumentException,
        InertConst.String($"{words} array was not long enough. Check the {words.ToLowerInvariant()} index, length, and the array's lower bounds."),
        InertConst.String(parameter));

    private static Expr Ordered(Expr first, Expr second) => first.Equals(second) || (first is InertConst { Text: "0" } && second is Length)
        ? Constants.True
        : new Binary(BinaryOp.LessOrEqual, first, second, IrType.Bool);

    private static Expr NotNegative(Expr value) => value is InertConst constant && int.TryParse(constant.Text, out int known)
        ? known >= 0 ? Constants.True : Constants.False
        : value is Length ? Constants.True : new Binary(BinaryOp.GreaterOrEqual, value, Elements.Zero, IrType.Bool);

    private static Expr All(params Expr[] conditions)
    {
        Expr[] open = conditions.Where(c => Conditions.Constant(c) != true).ToArray();
        return open.Length == 0 ? Constants.True : open.Aggregate((a, b) => new Binary(BinaryOp.AndAlso, a, b, IrType.Bool));
    }
}
