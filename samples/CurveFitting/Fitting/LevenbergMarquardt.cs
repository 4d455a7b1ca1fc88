namespace CurveFitting.Fitting;

/// <summary>Nonlinear least squares by the method of Levenberg and Marquardt, in its trust-region form.</summary>
/// <remarks>
/// Far from the solution a step is judged by the sum of squares. Near it, where rounding hides the change in that sum, a step
/// is judged by its length instead: the steps of Gauss and Newton go on for as long as each is shorter than the one before,
/// which takes the parameters to the accuracy of the arithmetic, where the sum alone stops at half the digits.
/// </remarks>
/// <param name="settings">The settings.</param>
public sealed class LevenbergMarquardt(LevenbergMarquardtSettings settings)
{
    /// <summary>Fits a model.</summary>
    /// <param name="problem">The model and its observations.</param>
    /// <param name="start">The point to start from.</param>
    /// <param name="progress">Called after each evaluation with their number and the sum of squares reached, or null.</param>
    /// <exception cref="ArgumentException">The start has the wrong size, or the model is not finite there.</exception>
    public FitResult Fit(LeastSquaresProblem problem, IReadOnlyList<double> start, Action<int, double>? progress = null)
    {
        if (start.Count != problem.ParameterCount)
            throw new ArgumentException($"The start has {start.Count} parameters and the model {problem.ParameterCount}.", nameof(start));

        var run = new Run(problem, settings, start);
        while (run.Next())
            progress?.Invoke(run.Evaluations, run.SumOfSquares);
        return run.Result;
    }

    /// <summary>One fit on its way.</summary>
    private sealed class Run
    {
        private readonly LevenbergMarquardtSettings _settings;
        private readonly double[] _scales;
        private readonly double[] _step;
        private EvaluatedPoint _current;
        private EvaluatedPoint _trial;
        private TrustRegionStep _linear;
        private double _radius;
        private double _lastPolish = double.PositiveInfinity;
        private int _iterations;
        private FitEnd _end;

        public Run(LeastSquaresProblem problem, LevenbergMarquardtSettings settings, IReadOnlyList<double> start)
        {
            _settings = settings;
            _scales = new double[problem.ParameterCount];
            _step = new double[problem.ParameterCount];
            _current = new EvaluatedPoint(problem);
            _trial = new EvaluatedPoint(problem);

            start.ToArray().CopyTo(_current.Parameters, 0);
            _current.Evaluate();
            Evaluations = 1;
            if (!_current.IsFinite)
                throw new ArgumentException("The model or a derivative is not finite at the start.", nameof(start));

            Rescale();
            _linear = new TrustRegionStep(_current, _scales);
            double length = ScaledLength(_current.Parameters);
            _radius = settings.InitialRadius * (length > 0 ? length : 1);
        }

        public int Evaluations { get; private set; }

        public double SumOfSquares => _current.SumOfSquares;

        public FitResult Result => new([.. _current.Parameters], SumOfSquares, _iterations, Evaluations, _end);

        /// <summary>Tries one step. False when the fit is over.</summary>
        public bool Next()
        {
            if (Evaluations >= _settings.MaxEvaluations)
                return Stop(FitEnd.EvaluationsUsedUp);

            _linear.Solve(_radius, _step);
            if (!MoveTrial())
                return Stop(FitEnd.RoundingReached);
            _trial.Evaluate();
            Evaluations++;

            return _linear.PredictedReduction <= _current.RoundingOfSumOfSquares() && _linear.IsGaussNewton ? Polish() : Descend();
        }

        /// <summary>Takes the step or shrinks the trust region, by what the sum of squares did.</summary>
        private bool Descend()
        {
            double share = _trial.IsFinite ? _current.ReductionTo(_trial) / _linear.PredictedReduction : double.NegativeInfinity;
            if (share < 0.25)
                _radius = 0.25 * Math.Min(_radius, _linear.Length);
            else if (share > 0.75)
                _radius = Math.Max(_radius, 2 * _linear.Length);
            if (share > _settings.AcceptedShare)
                Accept();
            return true;
        }

        /// <summary>Takes the step if it is shorter than the one before it.</summary>
        private bool Polish()
        {
            if (!_trial.IsFinite || _linear.Length >= _lastPolish)
                return Stop(FitEnd.RoundingReached);
            _lastPolish = _linear.Length;
            Accept();
            return true;
        }

        private void Accept()
        {
            (_current, _trial) = (_trial, _current);
            _iterations++;
            Rescale();
            _linear = new TrustRegionStep(_current, _scales);
        }

        /// <summary>Sets the trial point. False when the step is too short to move any parameter.</summary>
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

        /// <summary>Scales each parameter by the longest column its derivatives have had (Moré 1978).</summary>
        private void Rescale()
        {
            int n = _scales.Length;
            for (int j = 0; j < n; j++)
            {
                double sum = 0;
                for (int k = j; k < _current.Jacobian.Length; k += n)
                    sum += _current.Jacobian[k] * _current.Jacobian[k];
                _scales[j] = Math.Max(_scales[j], Math.Sqrt(sum));
                if (_scales[j] == 0)
                    _scales[j] = 1;
            }
        }

        private double ScaledLength(double[] parameters)
        {
            double sum = 0;
            for (int j = 0; j < parameters.Length; j++)
                sum += parameters[j] * _scales[j] * (parameters[j] * _scales[j]);
            return Math.Sqrt(sum);
        }

        private bool Stop(FitEnd end)
        {
            _end = end;
            return false;
        }
    }
}
