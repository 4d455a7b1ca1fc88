using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AutoDiffGen.Dynamic;

/// <summary>Records scalar arithmetic on <see cref="Value"/>s, for differentiation in reverse.</summary>
/// <remarks>
/// <para>
/// An operation writes one node into a flat array: its operands' places, and its partial derivatives, computed there and then.
/// <see cref="Value.Backward"/> walks the array once from the result down. The arrays grow as needed and are kept by
/// <see cref="Reset"/>, so that a warmed-up step of work allocates nothing.
/// </para>
/// <para>A tape is for one thread at a time. Different threads may use different tapes at once.</para>
/// </remarks>
/// <example><code>
/// using var tape = new Tape();
/// Value x = tape.Variable(2.0);
/// Value f = Value.Pow(x, 2) + 3 * x;
/// f.Backward();                       // x.Grad is 7
/// </code></example>
public sealed partial class Tape : IDisposable
{
    /// <summary>Node 0, which stands for every constant operand.</summary>
    internal const int None = 0;

    private Node[] nodes;

    /// <summary>What every <see cref="Value.Backward"/> so far has added up, by node; it grows when a sweep needs it.</summary>
    private double[] gradients = [];

    /// <summary>The adjoints of the sweep under way, by node; zero between sweeps, but for node 0, where what is not wanted goes.</summary>
    private double[] adjoints = [];

    private int count = 1;

    /// <summary>Every node with a gradient that may not be zero is below this one.</summary>
    private int swept;

    /// <summary>Changes whenever the graph is forgotten, so that values from before are known.</summary>
    private int generation = 1;

    private bool disposed;

    /// <summary>Makes an empty tape.</summary>
    /// <param name="capacity">How many variables and operations to have room for at first; it grows beyond that.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is negative, or beyond what an array can hold.</exception>
    public Tape(int capacity = 256)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(capacity, Array.MaxLength);
        nodes = new Node[capacity + 1];
    }

    /// <summary>How many variables and operations are recorded.</summary>
    public int Count => count - 1;

    internal int Generation => generation;

    /// <summary>Makes a variable: a value to differentiate by.</summary>
    /// <param name="data">Its data.</param>
    /// <returns>The variable. Its <see cref="Value.Grad"/> is zero until a result calls <see cref="Value.Backward"/>.</returns>
    /// <remarks>Inside an <see cref="Ad.NoGrad"/> scope too: what the scope stops is the recording of operations.</remarks>
    /// <exception cref="ObjectDisposedException">The tape was disposed of.</exception>
    public Value Variable(double data)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return Append(Operation.Variable, data, None, 0, None, 0);
    }

    /// <summary>Sets every gradient to zero. The graph stays.</summary>
    /// <exception cref="ObjectDisposedException">The tape was disposed of.</exception>
    public void ZeroGrad()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        Array.Clear(gradients, 0, swept);
        swept = 0;
    }

    /// <summary>Forgets the graph, its variables and its gradients, and keeps the memory. Values of the graph cannot be used any more.</summary>
    /// <exception cref="ObjectDisposedException">The tape was disposed of.</exception>
    public void Reset()
    {
        ZeroGrad();
        count = 1;
        generation++;
        ForgetApplications();
    }

    /// <summary>Forgets the graph and gives up the memory. Values of the graph cannot be used any more. Doing it again does nothing.</summary>
    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        generation++;
        count = 1;
        swept = 0;
        nodes = [];
        gradients = [];
        adjoints = [];
        ForgetApplications();
    }

    /// <summary>Records an operation on this tape.</summary>
    /// <returns>The result; a constant inside an <see cref="Ad.NoGrad"/> scope.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Value Record(Operation operation, double data, int left, double leftPartial, int right, double rightPartial)
    {
        // All that is unusual is behind one call, last: so the JIT keeps the operands of the usual path in registers.
        Node[] room = nodes;
        int index = count;
        if (!Ad.IsRecordingEverywhere || (uint)index >= (uint)room.Length)
            return RecordSlowly(operation, data, left, leftPartial, right, rightPartial);

        ref Node node = ref room[index];
        node.Value = data;
        node.LeftPartial = leftPartial;
        node.RightPartial = rightPartial;
        node.Left = left;
        node.Right = right;
        node.Operation = operation;
        count = index + 1;
        return new Value(data, this, index, generation);
    }

    /// <summary>Makes sure that a value is a constant or belongs to the graph this tape holds now.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Check(in Value value)
    {
        if (value.Tape == this ? value.Generation != generation : value.Tape is not null) ThrowNotMine(value);
    }

    /// <summary>Adds to the gradient of every node the derivative of one by it.</summary>
    /// <param name="result">The node differentiated.</param>
    internal void Backward(int result)
    {
        if (adjoints.Length < count) Array.Resize(ref adjoints, nodes.Length);
        if (gradients.Length < count) Array.Resize(ref gradients, nodes.Length);
        swept = Math.Max(swept, result + 1);

        adjoints[result] = 1;
        if (applicationCount == 0) Sweep(result, None);
        else SweepApplications(result);
    }

    /// <summary>Hands on the adjoints of the nodes from one down to another, which is left out.</summary>
    private void Sweep(int from, int to)
    {
        Span<double> adjoint = adjoints.AsSpan(0, from + 1);
        Span<double> gradient = gradients.AsSpan(0, from + 1);
        ReadOnlySpan<Node> graph = nodes.AsSpan(0, from + 1);
        for (int i = from; i > to; i--)
        {
            // An adjoint of exactly zero contributes zero, however infinite the partials are.
            double a = adjoint[i];
            if (a == 0) continue;

            ref readonly Node node = ref graph[i];
            adjoint[i] = 0;
            gradient[i] += a;
            adjoint[node.Left] += a * node.LeftPartial;
            adjoint[node.Right] += a * node.RightPartial;
        }
    }

    internal double Gradient(int index) => index < gradients.Length ? gradients[index] : 0;

    internal ref readonly Node NodeAt(int index) => ref nodes[index];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Value RecordSlowly(Operation operation, double data, int left, double leftPartial, int right, double rightPartial) =>
        Ad.IsRecording ? Append(operation, data, left, leftPartial, right, rightPartial) : new Value(data);

    private Value Append(Operation operation, double data, int left, double leftPartial, int right, double rightPartial)
    {
        if (count == nodes.Length) Grow();
        int index = count++;
        nodes[index] = new Node
        {
            Value = data,
            LeftPartial = leftPartial,
            RightPartial = rightPartial,
            Left = left,
            Right = right,
            Operation = operation,
        };
        return new Value(data, this, index, generation);
    }

    private void Grow()
    {
        if (count == Array.MaxLength)
            throw new OutOfMemoryException($"The tape is full: {Array.MaxLength - 1} operations. Call Reset between steps of work.");
        int length = (int)Math.Min(Array.MaxLength, Math.Max(256L, 2L * nodes.Length));
        Array.Resize(ref nodes, length);
    }

    [DoesNotReturn]
    private void ThrowNotMine(Value value)
    {
        if (value.Tape != this)
        {
            throw new InvalidOperationException(
                "Values of two tapes met in one operation. Make all variables of one calculation on the same tape, "
                + "or pass the other's value as a constant: Detach().");
        }

        throw new InvalidOperationException(
            disposed
                ? "The value's tape was disposed of. Keep the tape while its values are in use, or keep their Data."
                : "The value belongs to a graph that Reset has forgotten. Make variables anew after Reset, "
                    + "or keep the value as a constant: Detach().");
    }
}
