using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Tests.Harness;

/// <summary>
/// Runs lowered code as it stands, statement by statement, so that it can be held against the compiled method: what it returns, what it
/// leaves in arrays, what it throws. Slow and simple; it shares nothing with the passes.
/// </summary>
internal sealed class IrInterpreter(MethodModel model)
{
    /// <summary>A span: elements of an array from <paramref name="Start"/> on.</summary>
    private sealed record Slice(Array Source, int Start, int Count);

    /// <summary>What a variable or a by-reference parameter holds.</summary>
    private sealed class Cell(Func<object?> get, Action<object?> set)
    {
        public object? Value { get => get(); set => set(value); }

        public static Cell New()
        {
            object? content = null;
            return new Cell(() => content, v => content = v);
        }
    }

    private enum Flow
    {
        Next,
        Exit,
        Return,
    }

    private sealed class Frame
    {
        public Dictionary<string, Cell> Cells { get; } = [];

        public string? Label { get; set; }

        public object? Result { get; set; }

        public Cell this[Var variable] => Cells.TryGetValue(variable.Name, out Cell? cell) ? cell : Cells[variable.Name] = Cell.New();
    }

    private int _rounds;

    /// <summary>The method's result at these arguments; throws what the method throws.</summary>
    public object? Run(params object?[] arguments) =>
        Call(model.Function, arguments.Select(a => { Cell cell = Cell.New(); cell.Value = a; return cell; }).ToArray());

    private object? Call(Function function, Cell[] arguments)
    {
        var frame = new Frame();
        for (int i = 0; i < arguments.Length; i++)
        {
            // By value into the parameter's own variable, by reference into the caller's.
            if (function.Parameters[i].Mode == RefMode.Value)
                frame[function.Parameters[i].Var].Value = arguments[i].Value;
            else
                frame.Cells[function.Parameters[i].Var.Name] = arguments[i];
        }

        return Block(frame, function.Body) == Flow.Return ? frame.Result : null;
    }

    private Flow Block(Frame frame, IEnumerable<Stmt> statements)
    {
        foreach (Stmt statement in statements)
        {
            Flow flow = Step(frame, statement);
            if (flow != Flow.Next)
                return flow;
        }

        return Flow.Next;
    }

    private Flow Step(Frame frame, Stmt statement)
    {
        switch (statement)
        {
            case Let let:
                frame[let.Var].Value = Value(frame, let.Value);
                return Flow.Next;
            case Declare declare:
                frame[declare.Var].Value = declare.Value is null ? null : Value(frame, declare.Value);
                return Flow.Next;
            case Assign assign:
                // The place first, as C# does.
                Cell target = Place(frame, assign.Target);
                target.Value = Value(frame, assign.Value);
                return Flow.Next;
            case Allocate allocate:
                int[] lengths = allocate.Lengths.Select(l => (int)Value(frame, l)!).ToArray();
                if (lengths.Any(l => l < 0))
                    throw new OverflowException();
                Array storage = Array.CreateInstance(Clr(allocate.Var.Type.Element()), lengths);
                frame[allocate.Var].Value = allocate.Var.Type is SpanType ? new Slice(storage, 0, storage.Length) : storage;
                return Flow.Next;
            case If branch:
                return Block(frame, (bool)Value(frame, branch.Condition)! ? branch.Then : branch.Else);
            case Labelled block:
                Flow inner = Block(frame, block.Body);
                return inner == Flow.Exit && frame.Label == block.Label ? Flow.Next : inner;
            case Loop loop:
                while (true)
                {
                    if (++_rounds > 100000)
                        throw new TimeoutException("The loop does not end.");
                    Flow round = Block(frame, loop.Body);
                    if (round != Flow.Next)
                        return round;
                }

            case Exit exit:
                frame.Label = exit.Label;
                return Flow.Exit;
            case Return ret:
                frame.Result = ret.Value is null ? null : Value(frame, ret.Value);
                return Flow.Return;
            case Throw thrown:
                throw (Exception)Value(frame, thrown.Exception)!;
            case Effect effect:
                object?[] guarded = effect.Call.Arguments.Select(a => Value(frame, a)).ToArray();
                MethodInfo guard = Type.GetType(effect.Call.Function.Container.Replace("global::", ""))!.GetMethods()
                    .Single(m => m.Name == effect.Call.Function.Name && m.IsGenericMethod && m.GetParameters().Length == guarded.Length);
                Invoke(guard.MakeGenericMethod(guarded[0]!.GetType()), guarded);
                return Flow.Next;
            case Invoke invoke:
                Function body = model.Helpers.Single(h => h.Function.Key == invoke.Function.Key).Body!;
                object? result = Call(body, invoke.Arguments.Select(a => a.Place is { } place ? Place(frame, place) : Constant(Value(frame, a.Value!))).ToArray());
                if (invoke.Result is not null)
                    frame[invoke.Result].Value = result;
                return Flow.Next;
            default:
                throw new NotSupportedException(statement.GetType().Name);
        }
    }

    private static Cell Constant(object? value) => new(() => value, _ => throw new InvalidOperationException("A value was assigned."));

    private Cell Place(Frame frame, Place place)
    {
        switch (place)
        {
            case LocalPlace local:
                return frame[local.Var];
            case ReferencePlace reference:
                return frame[reference.Parameter];
            case ElementPlace element:
                object? storage = Place(frame, element.Array).Value;
                int[] indices = element.Indices.Select(i => (int)Value(frame, i)!).ToArray();
                if (storage is Slice slice)
                {
                    int index = indices.Single();
                    Cell inner = (uint)index >= (uint)slice.Count
                        ? new Cell(() => throw new IndexOutOfRangeException(), _ => throw new IndexOutOfRangeException())
                        : new Cell(() => slice.Source.GetValue(slice.Start + index), v => slice.Source.SetValue(v, slice.Start + index));
                    return inner;
                }

                return new Cell(() => Of(storage).GetValue(indices), v => Of(storage).SetValue(v, indices));
            default:
                throw new NotSupportedException(place.GetType().Name);
        }
    }

    private static Array Of(object? storage) => (Array?)storage ?? throw new NullReferenceException();

    private object? Value(Frame frame, Expr expression)
    {
        switch (expression)
        {
            case RealConst real:
                return real.Real.Kind == RealKind.Single ? (object)(float)real.Value : real.Value;
            case InertConst constant:
                return Literal(constant);
            case Read read:
                return Place(frame, read.Place).Value;
            case Unary unary:
                dynamic operand = Value(frame, unary.Operand)!;
                return unary.Op switch { UnaryOp.Negate => -operand, UnaryOp.Not => !operand, UnaryOp.Complement => ~operand, _ => +operand };
            case Binary { Op: BinaryOp.AndAlso } both:
                return (bool)Value(frame, both.Left)! && (bool)Value(frame, both.Right)!;
            case Binary { Op: BinaryOp.OrElse } either:
                return (bool)Value(frame, either.Left)! || (bool)Value(frame, either.Right)!;
            case Binary binary:
                return Operation(binary.Op, Value(frame, binary.Left)!, Value(frame, binary.Right)!);
            case Ir.Convert { To: SpanType } convert:
                object? whole = Value(frame, convert.Operand);
                return whole is Array array ? new Slice(array, 0, array.Length) : whole;
            case Ir.Convert convert:
                dynamic from = Value(frame, convert.Operand)!;
                return convert.To.CSharp switch
                {
                    "double" => (object)(double)from,
                    "float" => (float)from,
                    "int" => unchecked((int)from),
                    "long" when convert.Checked => checked((long)from),
                    "long" => unchecked((long)from),
                    "uint" => unchecked((uint)from),
                    "ulong" => unchecked((ulong)from),
                    "byte" => unchecked((byte)from),
                    var other => throw new NotSupportedException(other),
                };
            case Conditional choice:
                return Value(frame, (bool)Value(frame, choice.Condition)! ? choice.WhenTrue : choice.WhenFalse);
            case Length length:
                object? measured = Value(frame, length.Array);
                return measured is Slice part ? part.Count : length.Dimension is { } d ? Of(measured).GetLength(d) : Of(measured).Length;
            case View view:
                object source = Value(frame, view.Array)!;
                (int start, int count) = ((int)Value(frame, view.Start)!, (int)Value(frame, view.Count)!);
                Slice all = source as Slice ?? new Slice((Array)source, 0, ((Array)source).Length);
                if (start < 0 || count < 0 || start > all.Count - count)
                    throw new ArgumentOutOfRangeException();
                return new Slice(all.Source, all.Start + start, count);
            case Call call:
                object?[] arguments = call.Arguments.Select(a => Value(frame, a)).ToArray();
                Type type = call.Function.Container == "Math" ? typeof(Math) : typeof(double);
                return Invoke(type.GetMethod(call.Function.Name, arguments.Select(a => a!.GetType()).ToArray())!, arguments);
            case Construct construct:
                Type exception = Type.GetType(construct.Of.CSharp.Replace("global::", ""))!;
                return Activator.CreateInstance(exception, construct.Arguments.Select(a => Value(frame, a)).ToArray());
            default:
                throw new NotSupportedException(expression.GetType().Name);
        }
    }

    private static object? Operation(BinaryOp op, dynamic left, dynamic right) => unchecked(op switch
    {
        BinaryOp.Add => left + right,
        BinaryOp.Subtract => left - right,
        BinaryOp.Multiply => left * right,
        BinaryOp.Divide => left / right,
        BinaryOp.Remainder => left % right,
        BinaryOp.Equal => left == right,
        BinaryOp.NotEqual => left != right,
        BinaryOp.Less => left < right,
        BinaryOp.LessOrEqual => left <= right,
        BinaryOp.Greater => left > right,
        BinaryOp.GreaterOrEqual => left >= right,
        BinaryOp.And => left & right,
        BinaryOp.Or => left | right,
        BinaryOp.Xor => left ^ right,
        _ => throw new NotSupportedException(op.ToString()),
    });

    private static object? Literal(InertConst constant) => constant.Of.CSharp switch
    {
        "bool" => constant.Text == "true",
        "string" => constant.Text.Trim('"'),
        "long" => long.Parse(constant.Text.TrimEnd('L'), CultureInfo.InvariantCulture),
        "uint" => uint.Parse(constant.Text.TrimEnd('U'), CultureInfo.InvariantCulture),
        "int" => int.Parse(constant.Text, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException(constant.Text),
    };

    private static object? Invoke(MethodInfo method, object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments);
        }
        catch (TargetInvocationException e)
        {
            ExceptionDispatchInfo.Capture(e.InnerException!).Throw();
            throw;
        }
    }

    private static Type Clr(IrType type) => type.CSharp switch
    {
        "double" => typeof(double),
        "float" => typeof(float),
        "int" => typeof(int),
        "long" => typeof(long),
        "bool" => typeof(bool),
        "byte" => typeof(byte),
        var other => throw new NotSupportedException(other),
    };
}
