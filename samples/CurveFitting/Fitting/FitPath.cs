namespace CurveFitting.Fitting;

/// <summary>One fit on its way from its start to the solution.</summary>
/// <remarks>
/// Far from the solution a step is judged by the sum of squares. Near it, where rounding hides the change of that sum, steps of
/// Gauss and Newton go on for as long as they come closer, which their own length tells. That takes the parameters to the
/// accuracy of the arithmetic; the sum of squares alone, flat at its minimum, would stop at half the digits.
/// </remarks>
internal sealed class FitPath
{
    /// <summary>What becomes of the radius after a step that the linear model did not foresee well.</summary>
    private const double Shrink = 0.25;

    /// <summary>What becomes of a step's length as the radius, after a step that the linear model foresaw well.</summary>
    private const double Grow = 2;

    private readonly LevenbergMarquardtSettings _settings;
    private readonly ParameterScales _scales;
    private readonly GeodesicAcceleration _acceleration;
    private readonly double[] _step;
    private readonly double[] _closest;
    private EvaluatedPoint _current;
    private EvaluatedPoint _trial;
    private TrustRegionStep _linear;
    private double _radius;
    private double _shortestPolish = double.PositiveInfinity;
    private int _idlePolishing;
    private int _iterations;
    private FitEnd _end;

    /// <summary>Begins a fit.</summary>
    /// <param name="problem">The model and its observations.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="start">The point to start from.</param>
    /// <exception cref="ArgumentException">The model is not finite at the start.</exception>
    public FitPath(LeastSquaresProblem problem, LevenbergMarquardtSettings settings, IReadOnlyList<double> start)
    {
        _settings = settings;
        _scales = new ParameterScales(problem.ParameterCount, settings.ScaleMemory);
        _acceleration = new GeodesicAcceleration(problem);
        _step = new double[problem.ParameterCount];
        _closest = new double[problem.ParameterCount];
        _current = new EvaluatedPoint(problem);
        _trial = new EvaluatedPoint(problem);

        start.ToArray().CopyTo(_current.Parameters, 0);
        Evaluate(_current);
        if (!_current.IsFinite)
            throw new ArgumentException("The model or a derivative is not finite at the start.", nameof(start));

        _scales.Update(_current);
        _linear = new TrustRegionStep(_current, _scales);
        double length = _scales.Length(_current.Parameters);
        _radius = settings.InitialRadius * (length > 0 ? length : 1);
    }

    /// <summary>The evaluations so far.</summary>
    public int Evaluations { get; private set; }

    /// <summary>The sum of squares reached.</summary>
    public double SumOfSquares => _current.SumOfSquares;

    /// <summary>What is found so far.</summary>
    public FitResult Result => new([.. _current.Parameters], SumOfSquares, _iterations, Evaluations, _end);

    /// <summary>Tries one step. False when the fit is over.</summary>
    public bool Next()
    {
        if (Evaluations >= _settings.MaxEvaluations)
            return Stop(FitEnd.EvaluationsUsedUp);
        return _linear.HasGaussNewton && _linear.LargestReduction <= _current.RoundingOfSumOfSquares() ? Polish() : Descend();
    }

    /// <summary>Takes the best step in the trust region, or shrinks the region, by what the sum of squares does.</summary>
    private bool Descend()
    {
        _linear.Solve(_radius, _step);
        if (!MoveTrial())
            return Stop(FitEnd.NoProgress);

        double bending = _acceleration.Correct(_current, _linear, _step);
        Evaluations++;
        double share = 0;
        if (bending <= _settings.MaxAcceleration)
        {
            MoveTrial();
            Evaluate(_trial);
            share = _trial.IsFinite ? _current.ReductionTo(_trial) / _linear.PredictedReduction : 0;
        }

        // Written so that a share that is not a number shrinks the region.
        if (!(share >= 0.25))
            _radius = Shrink * Math.Min(_radius, _linear.Length);
        else if (share > 0.75)
            _radius = Math.Max(_radius, Grow * _linear.Length);
        if (share > _settings.AcceptedShare)
            Accept();
        return true;
    }

    /// <summary>Takes the step of Gauss and Newton, or goes back to the closest point and ends when there is nothing left to gain.</summary>
    private bool Polish()
    {
        _linear.Solve(double.PositiveInfinity, _step);
        if (_linear.Length < _shortestPolish)
        {
            _shortestPolish = _linear.Length;
            _current.Parameters.CopyTo(_closest, 0);
            _idlePolishing = 0;
        }
        else
        {
            _idlePolishing++;
        }

        bool moved = MoveTrial();
        if (moved && _idlePolishing < _settings.MaxIdlePolishing)
        {
            Evaluate(_trial);
            if (_trial.IsFinite)
            {
                Accept();
                return true;
            }
        }

        _closest.CopyTo(_current.Parameters, 0);
        Evaluate(_current);
        return Stop(FitEnd.RoundingReached);
    }

    private void Evaluate(EvaluatedPoint point)
    {
        point.Evaluate();
        Evaluations++;
    }

    private void Accept()
    {
        (_current, _trial) = (_trial, _current);
        _iterations++;
        _scales.Update(_current);
        _linear = new TrustRegionStep(_current, _scales);
    }

    /// <summary>Sets the trial point. False when the step is too short to change any parameter.</summary>
    private bool MoveTrial()
    {
        bool moved = false;
        for (int j = 0; j < _step.Length; j++)
        {
            _trial.Parameters[j] = _current.Parameters[j] + _step[j];
            moved |= _trial.Parameters[j] != _current.Parameters[j];
        }

        return moved;
    }

    private bool Stop(FitEnd end)
    {
        _end = end;
        return false;
    }
}
