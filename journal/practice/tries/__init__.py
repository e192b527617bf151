"""Small changes, tried: experiments, if–thens, changes to what is around the learner."""
