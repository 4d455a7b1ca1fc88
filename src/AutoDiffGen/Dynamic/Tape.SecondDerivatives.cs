namespace AutoDiffGen.Dynamic;

/// <content>Derivatives of derivatives: a gradient that is itself recorded.</content>
public sealed partial class Tape
{
    private Value[] recordedAdjoints = [];

    /// <summary>Calculates a gradient by operations that are recorded, so that it can be differentiated again.</summary>
    /// <param name="result">What is differentiated.</param>
    /// <param name="by">What it is differentiated by.</param>
    /// <param name="gradient">The derivative by each. No <see cref="Value.Grad"/> changes.</param>
    /// <remarks>It can be repeated, for third derivatives and so on.</remarks>
    /// <example><code>
    /// Value f = x * x * x;
    /// Span&lt;Value&gt; first = new Value[1];
    /// tape.Gradient(f, [x], first);       // 3 x²
    /// first[0].Backward();                // x.Grad is 6 x
    /// </code></example>
    /// <exception cref="ArgumentException"><paramref name="gradient"/> is not as long as <paramref name="by"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// A value is of another tape, or of a graph that was forgotten; or the result depends on a function whose rules or adjoint are not
    /// recorded: one of <see cref="Apply(SpanFunction{double}, SpanVjp{double}, ReadOnlySpan{Value})"/>, or with a rule of the user's.
    /// </exception>
    public void Gradient(Value result, ReadOnlySpan<Value> by, Span<Value> gradient)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (gradient.Length != by.Length)
            throw new ArgumentException($"The gradient has {gradient.Length} entries for {by.Length} values.", nameof(gradient));
        Check(result);
        foreach (ref readonly Value value in by) Check(value);

        // Room for this sweep: below come operations that grow the tape, and a nested call would have room of its own.
        Value[] sums = recordedAdjoints.Length > result.Index ? recordedAdjoints : new Value[Math.Max(256, 2 * result.Index)];
        recordedAdjoints = [];
        Span<Value> adjoint = sums.AsSpan(0, result.Index + 1);
        adjoint.Clear();
        adjoint[result.Index] = 1;
        bool[] dependent = Dependent(by, result.Index);
        for (int i = result.Index; i > None; i--)
        {
            Value a = adjoint[i];
            if ((a.IsConstant && a.Data == 0) || !dependent[i]) continue;
            Node node = nodes[i];
            if (node.Operation == Operation.Variable) continue;
            if (node.Operation is Operation.Apply or Operation.Call)
            {
                throw new InvalidOperationException(
                    "The result depends on a function that was put on the tape with its first derivatives only, so that there are no second ones.");
            }

            // An operand that is a number left it in the place of its partial derivative.
            Value x = node.Left == None ? node.LeftPartial : At(node.Left), y = node.Right == None ? node.RightPartial : At(node.Right);
            if (dependent[node.Left]) adjoint[node.Left] += Product(a, RecordedPartials.Left(in node, x, y, At(i)));
            if (dependent[node.Right]) adjoint[node.Right] += Product(a, RecordedPartials.Right(in node, x, y, At(i)));
        }

        for (int i = 0; i < by.Length; i++)
            gradient[i] = by[i].IsConstant || by[i].Index > result.Index ? default : adjoint[by[i].Index];
        recordedAdjoints = sums;
    }

    /// <summary>Calculates the matrix of second derivatives.</summary>
    /// <param name="result">What is differentiated.</param>
    /// <param name="by">What it is differentiated by, n values.</param>
    /// <param name="hessian">The second derivatives, n rows of n, exactly symmetric. What was recorded on the way is forgotten again, and no
    /// <see cref="Value.Grad"/> changes.</param>
    /// <exception cref="ArgumentException"><paramref name="hessian"/> does not have n · n entries.</exception>
    /// <exception cref="InvalidOperationException">As for <see cref="Gradient(Value, ReadOnlySpan{Value}, Span{Value})"/>.</exception>
    public void Hessian(Value result, ReadOnlySpan<Value> by, Span<double> hessian)
    {
        int n = by.Length;
        if (hessian.Length != (long)n * n) throw new ArgumentException($"The Hessian has {hessian.Length} entries for {n} values.", nameof(hessian));
        if (!Ad.IsRecording) throw new InvalidOperationException("Hessian: inside Ad.NoGrad() there is nothing to differentiate twice.");
        int end = count;
        var gradient = new Value[n];
        var row = new Value[n];
        try
        {
            Gradient(result, by, gradient);
            for (int i = 0; i < n; i++)
            {
                int before = count;
                Gradient(gradient[i], by[..(i + 1)], row.AsSpan(0, i + 1));
                for (int j = 0; j <= i; j++) hessian[i * n + j] = hessian[j * n + i] = row[j].Data;
                count = before;
            }
        }
        finally
        {
            count = end;
        }
    }

    /// <summary>For each node up to a result whether it depends on some values.</summary>
    private bool[] Dependent(ReadOnlySpan<Value> by, int result)
    {
        var dependent = new bool[result + 1];
        foreach (ref readonly Value value in by)
        {
            if (!value.IsConstant && value.Index <= result) dependent[value.Index] = true;
        }

        for (int i = 1; i <= result; i++)
        {
            ref readonly Node node = ref nodes[i];
            if (node.Operation != Operation.Apply)
            {
                dependent[i] |= dependent[node.Left] || dependent[node.Right];
                continue;
            }

            foreach (int operand in OperandsOf(node.Left)) dependent[i] |= dependent[operand];
        }

        return dependent;
    }

    private Value At(int index) => new(nodes[index].Value, this, index, generation);

    // An adjoint of exactly zero contributes zero, however infinite the partial is; otherwise it may depend on something itself.
    private static Value Product(Value adjoint, Value partial) =>
        adjoint.Data == 0 && !double.IsFinite(partial.Data) ? 0
        : partial is { IsConstant: true, Data: 1 } ? adjoint
        : adjoint * partial;
}
