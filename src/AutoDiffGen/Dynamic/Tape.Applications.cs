using System.Diagnostics.CodeAnalysis;

namespace AutoDiffGen.Dynamic;

/// <content>
/// Functions with an adjoint of their own, as one node: generated ones, or any other. The adjoint is called by the reverse sweep.
/// </content>
public sealed partial class Tape
{
    private Application[] applications = [];
    private int applicationCount;

    /// <summary>Operands of applications, and their data, one after the other.</summary>
    private int[] operands = [];

    private double[] operandData = [];
    private int operandCount;

    /// <summary>Where functions put their results, and adjoints the derivatives by arguments.</summary>
    private double[] scratch = [];

    private bool isSweeping;

    /// <summary>Applies a function of one number whose adjoint is given.</summary>
    /// <param name="value">The function, such as <c>Models.Decay</c>.</param>
    /// <param name="adjoint">Its adjoint, such as <c>Models.Decay_Vjp</c>.</param>
    /// <param name="x">The argument.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">The argument is of another tape, or of a graph that was forgotten.</exception>
    public Value Apply(Func<double, double> value, ScalarVjp adjoint, Value x)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(adjoint);
        return Apply(adjoint, [x], value(x.Data));
    }

    /// <summary>Applies a function of two numbers whose adjoint is given.</summary>
    /// <param name="value">The function.</param>
    /// <param name="adjoint">Its adjoint.</param>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">An argument is of another tape, or of a graph that was forgotten.</exception>
    public Value Apply(Func<double, double, double> value, ScalarVjp2 adjoint, Value x, Value y)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(adjoint);
        return Apply(adjoint, [x, y], value(x.Data, y.Data));
    }

    /// <summary>Applies a function of three numbers whose adjoint is given.</summary>
    /// <param name="value">The function.</param>
    /// <param name="adjoint">Its adjoint.</param>
    /// <param name="x">The first argument.</param>
    /// <param name="y">The second argument.</param>
    /// <param name="z">The third argument.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">An argument is of another tape, or of a graph that was forgotten.</exception>
    public Value Apply(Func<double, double, double, double> value, ScalarVjp3 adjoint, Value x, Value y, Value z)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(adjoint);
        return Apply(adjoint, [x, y, z], value(x.Data, y.Data, z.Data));
    }

    /// <summary>Applies a function of a span whose adjoint is given.</summary>
    /// <param name="value">The function.</param>
    /// <param name="adjoint">Its adjoint.</param>
    /// <param name="x">The argument.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">A number of it is of another tape, or of a graph that was forgotten.</exception>
    public Value Apply(SpanFunction<double> value, SpanVjp<double> adjoint, params ReadOnlySpan<Value> x)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(adjoint);
        double[] room = TakeScratch(x.Length);
        Span<double> data = room.AsSpan(0, x.Length);
        for (int i = 0; i < x.Length; i++) data[i] = x[i].Data;
        double result = value(data);
        scratch = room;
        return Apply(adjoint, x, result);
    }

    /// <summary>Applies a method that writes its results into a span, which holds zeros before, and whose adjoint is given.</summary>
    /// <param name="value">The method.</param>
    /// <param name="adjoint">Its adjoint.</param>
    /// <param name="x">The argument.</param>
    /// <param name="results">Where the results go; as long as the method writes.</param>
    /// <exception cref="InvalidOperationException">A number of the argument is of another tape, or of a graph that was forgotten.</exception>
    public void Apply(SpanMap<double> value, SpanMapVjp<double> adjoint, ReadOnlySpan<Value> x, Span<Value> results)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(adjoint);
        double[] room = TakeScratch(x.Length + results.Length);
        Span<double> data = room.AsSpan(0, x.Length), y = room.AsSpan(x.Length, results.Length);
        for (int i = 0; i < x.Length; i++) data[i] = x[i].Data;
        y.Clear();
        value(data, y);
        RecordApplication(adjoint, x, y, results);
        scratch = room;
    }

    private Value Apply(Delegate adjoint, ReadOnlySpan<Value> x, double value)
    {
        Value result = default;
        RecordApplication(adjoint, x, new ReadOnlySpan<double>(in value), new Span<Value>(ref result));
        return result;
    }

    private void RecordApplication(Delegate adjoint, ReadOnlySpan<Value> x, ReadOnlySpan<double> data, Span<Value> results)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        bool isConstant = true;
        foreach (ref readonly Value argument in x)
        {
            Check(argument);
            isConstant &= argument.IsConstant;
        }

        if (isConstant || !Ad.IsRecording || results.IsEmpty)
        {
            for (int i = 0; i < data.Length; i++) results[i] = new Value(data[i]);
            return;
        }

        if (applicationCount == applications.Length) Array.Resize(ref applications, Math.Max(16, 2 * applicationCount));
        if (operandCount + x.Length > operands.Length)
        {
            Array.Resize(ref operands, Math.Max(64, 2 * (operandCount + x.Length)));
            Array.Resize(ref operandData, operands.Length);
        }

        for (int i = 0; i < x.Length; i++)
        {
            operands[operandCount + i] = x[i].Index;
            operandData[operandCount + i] = x[i].Data;
        }

        applications[applicationCount] = new Application(adjoint, count, results.Length, operandCount, x.Length);
        operandCount += x.Length;
        for (int i = 0; i < results.Length; i++) results[i] = Append(Operation.Apply, data[i], applicationCount, 0, None, 0);
        applicationCount++;
    }

    /// <summary>What the results of an application were computed from.</summary>
    internal ReadOnlySpan<int> OperandsOf(int application) =>
        operands.AsSpan(applications[application].FirstOperand, applications[application].Operands);

    private void ForgetApplications()
    {
        applications.AsSpan(0, applicationCount).Clear(); // the delegates
        applicationCount = 0;
        operandCount = 0;
    }

    /// <summary>The sweep where there are applications: between them as ever, and at each its adjoint.</summary>
    private void SweepApplications(int result)
    {
        if (isSweeping) throw new InvalidOperationException("Backward was called from an adjoint that the reverse sweep of the same tape called.");
        isSweeping = true;
        try
        {
            int from = result;
            for (int i = applicationCount - 1; i >= 0; i--)
            {
                Application application = applications[i];
                if (application.FirstNode > result) continue;
                int last = Math.Min(result, application.FirstNode + application.Nodes - 1);
                Sweep(from, last);
                SweepApplication(application, last);
                from = application.FirstNode - 1;
            }

            Sweep(from, None);
        }
        catch
        {
            Array.Clear(adjoints); // what the sweep has left there is not that of the next one
            throw;
        }
        finally
        {
            isSweeping = false;
        }
    }

    private void SweepApplication(Application application, int last)
    {
        int first = application.FirstNode;
        bool isZero = true;
        for (int i = first; i <= last; i++)
        {
            gradients[i] += adjoints[i];
            isZero &= adjoints[i] == 0;
        }

        if (isZero) return;
        double[] taken = TakeScratch(application.Operands + 2 * application.Nodes);
        Span<double> room = taken.AsSpan(0, application.Operands + 2 * application.Nodes);
        room.Clear();
        Span<double> dx = room[..application.Operands];
        Span<double> seed = room.Slice(application.Operands, application.Nodes), y = room[(application.Operands + application.Nodes)..];
        adjoints.AsSpan(first, last - first + 1).CopyTo(seed);
        adjoints.AsSpan(first, last - first + 1).Clear();
        CallAdjoint(application.Adjoint, operandData.AsSpan(application.FirstOperand, application.Operands), y, seed, dx);
        for (int i = 0; i < dx.Length; i++) adjoints[operands[application.FirstOperand + i]] += dx[i];
        scratch = taken;
    }

    [SuppressMessage("Style", "IDE0010", Justification = "The delegates are those that the methods above take.")]
    private static void CallAdjoint(Delegate adjoint, ReadOnlySpan<double> x, Span<double> y, Span<double> seed, Span<double> dx)
    {
        switch (adjoint)
        {
            case ScalarVjp f: f(x[0], seed[0], ref dx[0]); break;
            case ScalarVjp2 f: f(x[0], x[1], seed[0], ref dx[0], ref dx[1]); break;
            case ScalarVjp3 f: f(x[0], x[1], x[2], seed[0], ref dx[0], ref dx[1], ref dx[2]); break;
            case SpanVjp<double> f: f(x, seed[0], dx); break;
            case SpanMapVjp<double> f: f(x, y, dx, seed); break;
            default: throw new InvalidOperationException($"There is no way to call {adjoint.GetType()}.");
        }
    }

    /// <summary>Room that is this caller's until it is put back: a function that is applied may apply others.</summary>
    private double[] TakeScratch(int length)
    {
        double[] taken = scratch.Length < length ? new double[Math.Max(64, 2 * length)] : scratch;
        scratch = [];
        return taken;
    }

    private readonly record struct Application(Delegate Adjoint, int FirstNode, int Nodes, int FirstOperand, int Operands);
}
